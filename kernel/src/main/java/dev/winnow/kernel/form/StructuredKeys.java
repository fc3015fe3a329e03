package dev.winnow.kernel.form;

import java.nio.charset.StandardCharsets;

/** Which keys of a structured body hold what: the message, the level, or a discriminator. */
final class StructuredKeys {
  private static final byte[][] MESSAGE =
      bytes(
          "msg", "message", "event", "log", "text", "body", "short_message", "@message", "MESSAGE");
  private static final byte[][] LEVEL =
      bytes(
          "level",
          "severity",
          "lvl",
          "loglevel",
          "log_level",
          "log.level",
          "levelname",
          "severity_text",
          "priority",
          "PRIORITY",
          "@level");
  private static final byte[][] DISCRIMINATOR =
      bytes(
          "type",
          "kind",
          "action",
          "op",
          "operation",
          "event_name",
          "event_type",
          "outcome",
          "name");

  private StructuredKeys() {}

  /** Whether the value is the text that the program logged. */
  static boolean isMessage(byte[] in, int from, int to) {
    return contains(MESSAGE, in, from, to);
  }

  /** Whether the value is the severity, which belongs to the statement. */
  static boolean isLevel(byte[] in, int from, int to) {
    return contains(LEVEL, in, from, to);
  }

  /** Whether the value tells one kind of record from another where there is no message. */
  static boolean isDiscriminator(byte[] in, int from, int to) {
    return contains(DISCRIMINATOR, in, from, to);
  }

  private static boolean contains(byte[][] keys, byte[] in, int from, int to) {
    for (byte[] key : keys) {
      if (key.length == to - from && matches(key, in, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] key, byte[] in, int from) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] != in[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[][] bytes(String... keys) {
    byte[][] all = new byte[keys.length][];
    for (int i = 0; i < keys.length; i++) {
      all[i] = keys[i].getBytes(StandardCharsets.US_ASCII);
    }
    return all;
  }
}
