package dev.winnow.bench;

import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.kernel.form.FormScanner;

/** All that the engine does with a record, and all that a caller reads of it. */
final class Mining {
  final TemplateMiner miner;
  private final FormScanner scanner = new FormScanner();
  private long read;

  Mining(TemplateMiner miner) {
    this.miner = miner;
  }

  /** Counts a body, reads the type and place of each variable, and returns the template's id. */
  long mine(String body) {
    long id = miner.add(scanner, scanner.scan(body));
    for (int i = 0; i < scanner.variables(); i++) {
      read += scanner.mask(i).name().length() + scanner.end(i) - scanner.start(i);
    }
    return id;
  }

  /** A value that depends on every variable read, so that no reading can be left out. */
  long read() {
    return read;
  }
}
