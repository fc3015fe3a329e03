package dev.winnow.bench;

import java.util.SplittableRandom;

/**
 * Lines that nobody's program writes: each kind never ends, and hardly two of its lines are equal.
 */
enum HostileKind {
  /** Plain words, none of which was seen before. */
  RANDOM_WORDS {
    @Override
    String line(SplittableRandom random) {
      StringBuilder line = new StringBuilder();
      while (line.length() < LENGTH) {
        line.append(word(random)).append(' ');
      }
      return line.toString();
    }
  },

  /** Words, numbers and punctuation in random order. */
  RANDOM_STRUCTURE {
    @Override
    String line(SplittableRandom random) {
      StringBuilder line = new StringBuilder();
      while (line.length() < LENGTH) {
        switch (random.nextInt(3)) {
          case 0 -> line.append(word(random));
          case 1 -> line.append(random.nextInt());
          default -> line.append(one(random, "([{<\"'=:;,.|/ \t#@%"));
        }
      }
      return line.toString();
    }
  },

  /** A new word where every program writes what it does. */
  NEW_FIRST_WORD {
    @Override
    String line(SplittableRandom random) {
      return word(random) + word(random) + " finished the job after 17 ms";
    }
  },

  /** Some hundred brackets, one in the other. */
  DEEP_BRACKETS {
    @Override
    String line(SplittableRandom random) {
      StringBuilder line = new StringBuilder(word(random));
      for (int i = 0; i < 200; i++) {
        line.append(one(random, "([{<"));
      }
      return line.append(word(random)).append(")]}>".repeat(50)).toString();
    }
  },

  /** A thousand characters that end a word. */
  MANY_SEPARATORS {
    @Override
    String line(SplittableRandom random) {
      StringBuilder line = new StringBuilder(word(random));
      for (int i = 0; i < 1000; i++) {
        line.append(one(random, "=:;,| "));
      }
      return line.toString();
    }
  },

  /** A JSON object whose keys were never seen. */
  NEW_KEYS {
    @Override
    String line(SplittableRandom random) {
      StringBuilder line = new StringBuilder("{\"message\":\"done\"");
      for (int i = 0; i < 5; i++) {
        line.append(",\"").append(word(random)).append("\":").append(random.nextInt());
      }
      return line.append('}').toString();
    }
  };

  private static final int LENGTH = 80;

  abstract String line(SplittableRandom random);

  private static char one(SplittableRandom random, String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }

  private static String word(SplittableRandom random) {
    char[] letters = new char[random.nextInt(4, 12)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) ('a' + random.nextInt(26));
    }
    return new String(letters);
  }
}
