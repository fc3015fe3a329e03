package dev.winnow.cli.analyze;

import dev.winnow.formats.join.RecordReader;
import java.nio.charset.StandardCharsets;

/**
 * A record that stands for many, and where it is.
 *
 * @param text its message as it stands in the log, up to a limit
 * @param input the name of the input
 * @param line the number of its first line
 */
record Exemplar(String text, String input, long line) {
  private static final int MAX_BYTES = 2048;

  static Exemplar of(RecordReader record, String input) {
    int from = record.bodyFrom();
    int length = Math.min(record.to() - from, MAX_BYTES);
    String text = new String(record.bytes(), from, length, StandardCharsets.UTF_8);
    return new Exemplar(text, input, record.line());
  }
}
