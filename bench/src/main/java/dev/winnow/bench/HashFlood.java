package dev.winnow.bench;

import dev.winnow.kernel.form.FormScanner;
import java.util.SplittableRandom;

/**
 * Lines whose form ids are close together in the part that a table of 2^17 places takes its place
 * from. The hash is public, so anyone can search for such lines; it takes 256 attempts for each.
 */
final class HashFlood {
  private static final long PLACES = (1L << 17) - 1;
  private static final long CROWDED = 1 << 9;

  private final FormScanner scanner = new FormScanner();

  String line(SplittableRandom random) {
    while (true) {
      String line = HostileKind.NEW_FIRST_WORD.line(random);
      if (((scanner.scan(line) >>> 32) & PLACES) < CROWDED) {
        return line;
      }
    }
  }
}
