package dev.winnow.kernel.form;

import dev.winnow.kernel.redaction.SecretScanner;
import dev.winnow.kernel.swar.EightBytes;

/** Writes the form of free text: one pass over its bytes. */
final class TextForm {
  /*
   * A table of 256 classes cuts the text into words, separators (a token each) and white space (a
   * run is one space, or one line break if it holds one). While the bytes of a word go by, the union
   * of their classes is collected; a word without digits, slashes and the like is literal text and
   * is copied, which is the fate of most words. Only the others meet the grammars of numbers, times,
   * addresses and paths, whole first, then cut at the first colon, hash, at sign or slash.
   *
   * Scripts that write without spaces are cut where the script changes to letters or digits of
   * another, so that a number inside a Chinese sentence is a word.
   */

  private static final int[] CLASSES = CharacterClass.ofBytes();
  private static final int WORD_OR_HIGH = CharacterClass.WORD | CharacterClass.HIGH;
  private static final int LITERAL =
      CharacterClass.LETTER
          | CharacterClass.UPPER
          | CharacterClass.DOT
          | CharacterClass.DASH
          | CharacterClass.UNDERSCORE
          | CharacterClass.COLON
          | CharacterClass.HASH
          | CharacterClass.PERCENT
          | CharacterClass.PLUS
          | CharacterClass.QUESTION
          | CharacterClass.MARK;

  private final SecretScanner secrets;
  private final FormWriter writer;
  private final WordResolver words;
  private int secretCount;

  TextForm(SecretScanner secrets, FormWriter writer) {
    this.secrets = secrets;
    this.writer = writer;
    this.words = new WordResolver(writer);
  }

  /** Tells how many secrets the scanner has found in the input that follows. */
  void begin(int secretCount) {
    this.secretCount = secretCount;
  }

  /** Writes {@code in[from, to)}; a secret in it is one opaque token. */
  void write(byte[] in, int from, int to) {
    int at = from;
    for (int i = firstSecret(from); startsBefore(i, to); i++) {
      tokens(in, at, Math.max(at, secrets.start(i)));
      if (writer.isFull()) {
        return;
      }
      writer.mask(Mask.SECRET, Math.max(at, secrets.start(i)), Math.min(to, secrets.end(i)));
      at = Math.min(to, secrets.end(i));
    }
    tokens(in, at, to);
  }

  /** Writes text that is not part of the input, such as a string without its escapes. */
  void writeCopy(byte[] copy, int from, int to) {
    tokens(copy, from, to);
  }

  /** Whether there is a secret of that index and it begins before {@code to}. */
  boolean startsBefore(int secret, int to) {
    return secret < secretCount && secrets.start(secret) < to;
  }

  /** Whether a secret lies in {@code [from, to)}, or a part of one. */
  boolean hasSecret(int from, int to) {
    return startsBefore(firstSecret(from), to);
  }

  /** Whether a secret of that index is all of {@code [from, to)}. */
  boolean isSecret(int secret, int from, int to) {
    return secret < secretCount && secrets.start(secret) <= from && secrets.end(secret) >= to;
  }

  /** The first secret that ends behind {@code at}, or the number of secrets. */
  int firstSecret(int at) {
    int low = 0;
    int high = secretCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (secrets.end(middle) <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void tokens(byte[] in, int from, int to) {
    int[] classes = CLASSES;
    int at = from;
    while (at < to && !writer.isFull()) {
      byte b = in[at];
      int kind = classes[b & 0xff];
      if ((kind & WORD_OR_HIGH) != 0) {
        at = word(in, from, at, to);
      } else if (kind == CharacterClass.SPACE) {
        writer.space();
        at++;
      } else if (kind == CharacterClass.SEPARATOR) {
        at = separator(in, at, to);
      } else {
        writer.newline();
        at++;
      }
    }
  }

  /** Writes the word at {@code from}, or the character beyond ASCII that begins none. */
  private int word(byte[] in, int textStart, int from, int to) {
    int letters = EightBytes.lettersEnd(in, from, to);
    boolean ends = letters == to || (CLASSES[in[letters] & 0xff] & WORD_OR_HIGH) == 0;
    if (!ends || letters - from > FormScanner.MAX_WORD_BYTES) {
      return mixed(in, textStart, from, letters, to);
    }
    letters(in, from, letters);
    return letters;
  }

  /** Writes a word of ASCII letters. */
  private void letters(byte[] in, int from, int to) {
    if (in[from] <= 'W' && to - from <= 9) {
      if (Times.isMonth(in, from, to)) {
        writer.dateName(in, from, to, true);
        return;
      }
      if (Times.isDay(in, from, to)) {
        writer.dateName(in, from, to, false);
        return;
      }
      if (writer.takesZone() && Times.isZone(in, from, to)) {
        writer.extend(0, to);
        return;
      }
    }
    if (isBoolean(in, from, to)) {
      writer.mask(Mask.BOOL, from, to);
    } else {
      writer.literal(in, from, to);
    }
  }

  /** The same for a word that begins with ASCII letters up to {@code lettersEnd}. */
  private int mixed(byte[] in, int textStart, int from, int lettersEnd, int to) {
    int[] classes = CLASSES;
    int seen = lettersEnd > from ? CharacterClass.LETTER : 0;
    int at = lettersEnd;
    while (at < to) {
      int kind = classes[in[at] & 0xff];
      if ((kind & CharacterClass.WORD) == 0) {
        if (kind == CharacterClass.SEPARATOR && continuesQuery(in[at], seen)) {
          at++;
          continue;
        }
        if (kind != CharacterClass.HIGH) {
          break;
        }
        int packed = Utf8.decode(in, at, to);
        kind = CharacterClass.of(Utf8.codePoint(packed));
        if ((kind & CharacterClass.WORD) == 0) {
          break;
        }
        at += Utf8.length(packed) - 1;
      }
      seen |= kind;
      at++;
    }
    if (at == from) {
      return high(in, from, to);
    }
    if (at - from > FormScanner.MAX_WORD_BYTES) {
      writer.mask(Mask.BLOB, from, at);
    } else if (at == lettersEnd) {
      letters(in, from, at);
    } else if ((seen & ~LITERAL) == 0) {
      literal(in, textStart, from, at, seen);
    } else {
      words.resolve(in, from, at, seen);
    }
    return at;
  }

  /** Whether a separator belongs to the query of a path or URL: {@code /a?b=c,d;e}. */
  private static boolean continuesQuery(byte separator, int seen) {
    int query = CharacterClass.SLASH | CharacterClass.QUESTION;
    return (seen & query) == query
        && (separator == '=' || separator == ',' || separator == ';' || separator == '|');
  }

  /** Writes a word of letters and of marks among which there is nothing but words. */
  private void literal(byte[] in, int textStart, int from, int to, int seen) {
    int value = valueStart(in, from, to, seen);
    if (isBoolean(in, value, to)) {
      if (value > from) {
        writer.literal(in, from, value);
      }
      writer.mask(Mask.BOOL, value, to);
    } else if (value == from && isDotted(in, from, to, seen) && isAssigned(in, textStart, from)) {
      writer.mask(Mask.ID, from, to);
    } else {
      writer.literal(in, from, to);
    }
  }

  /** Where a value may begin in this word: behind its last inner colon, else at its start. */
  private static int valueStart(byte[] in, int from, int to, int seen) {
    if ((seen & CharacterClass.COLON) != 0) {
      for (int at = to - 1; at > from; at--) {
        if (in[at] == ':') {
          return at + 1;
        }
      }
    }
    return from;
  }

  /** Whether the word is a qualified name: it has a dot inside, with no other beside it. */
  private static boolean isDotted(byte[] in, int from, int to, int seen) {
    if ((seen & CharacterClass.DOT) != 0) {
      for (int at = from + 1; at < to - 1; at++) {
        if (in[at] == '.' && in[at - 1] != '.' && in[at + 1] != '.') {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an equals sign stands before, perhaps with a space between. */
  private static boolean isAssigned(byte[] in, int textStart, int from) {
    int at = from - 1;
    if (at >= textStart && in[at] == ' ') {
      at--;
    }
    return at >= textStart && in[at] == '=';
  }

  private static boolean isBoolean(byte[] in, int from, int to) {
    int length = to - from;
    if (length < 4 || length > 5 || (in[to - 1] | 0x20) != 'e') {
      return false;
    }
    return length == 4
        ? (in[from] | 0x20) == 't' && (in[from + 1] | 0x20) == 'r' && (in[from + 2] | 0x20) == 'u'
        : length == 5
            && (in[from] | 0x20) == 'f'
            && (in[from + 1] | 0x20) == 'a'
            && (in[from + 2] | 0x20) == 'l'
            && (in[from + 3] | 0x20) == 's';
  }

  private int separator(byte[] in, int at, int to) {
    if (in[at] == ',' && writer.takesFraction()) {
      int end = Numbers.digits(in, at + 1, to);
      if (end - at > 3 && end - at < 11) {
        writer.extend(0, end);
        return end;
      }
    }
    writer.separator(in[at]);
    return at + 1;
  }

  private int high(byte[] in, int at, int to) {
    int packed = Utf8.decode(in, at, to);
    int kind = CharacterClass.of(Utf8.codePoint(packed));
    int next = at + Utf8.length(packed);
    if (kind == CharacterClass.IDEOGRAPH) {
      return ideographs(in, at, next, to);
    }
    if (kind == CharacterClass.SPACE) {
      writer.space();
    } else if (kind == CharacterClass.NEWLINE) {
      writer.newline();
    } else {
      writer.codePoint(Utf8.codePoint(packed));
    }
    return next;
  }

  private int ideographs(byte[] in, int from, int next, int to) {
    int at = next;
    while (at < to && at - from < FormScanner.MAX_WORD_BYTES && in[at] < 0) {
      int packed = Utf8.decode(in, at, to);
      if (CharacterClass.of(Utf8.codePoint(packed)) != CharacterClass.IDEOGRAPH) {
        break;
      }
      at += Utf8.length(packed);
    }
    writer.literal(in, from, at);
    return at;
  }
}
