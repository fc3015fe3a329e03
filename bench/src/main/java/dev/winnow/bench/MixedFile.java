package dev.winnow.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Writes a log of many programs: each body of the corpus drawn at random, behind a time, a level
 * and a service; a body of several lines stays one.
 *
 * <p>Arguments: the file, its size in MB, the number of additional distinct forms in it (0), and
 * the directories of the corpus, separated by colons.
 */
final class MixedFile {
  private static final long SEED = 17;
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final int NEW_FORM_SHARE = 20;
  private static final String[] LEVELS = {"INFO ", "INFO ", "INFO ", "DEBUG", "WARN ", "ERROR"};
  private static final String[] SERVICES = {"checkout", "inventory", "gateway", "billing"};

  private MixedFile() {}

  /** Writes the file and prints what is in it. */
  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[1]) * 1_000_000;
    long forms = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
    String[] bodies = Corpus.read(arguments.length > 3 ? arguments[3] : Corpus.DEFAULT);
    SplittableRandom random = new SplittableRandom(SEED);
    long written = 0;
    long records = 0;
    long newForms = 0;
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
      while (written < size) {
        boolean isNew = newForms < forms && random.nextInt(NEW_FORM_SHARE) == 0;
        String body =
            isNew ? HostileKind.RANDOM_WORDS.line(random) : bodies[random.nextInt(bodies.length)];
        newForms += isNew ? 1 : 0;
        byte[] record = record(random, records, body);
        out.write(record);
        written += record.length;
        records++;
      }
    }
    System.out.printf(
        "%s: %d bytes, %d records, %d of them of a form of their own%n",
        arguments[0], written, records, newForms);
  }

  private static byte[] record(SplittableRandom random, long index, String body) {
    String time = START.plusNanos(index * 997_000).toString();
    String level = LEVELS[random.nextInt(LEVELS.length)];
    String service = SERVICES[random.nextInt(SERVICES.length)];
    return (time + " " + level + " [" + service + "] " + body + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
