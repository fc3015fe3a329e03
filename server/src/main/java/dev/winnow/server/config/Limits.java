package dev.winnow.server.config;

import java.time.Duration;

/** Refuses values that are out of bounds, in words that say which and why. */
final class Limits {
  private Limits() {}

  static void port(String name, int value) {
    within(name, value, 0, 65_535);
  }

  static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, but is %d".formatted(name, least, most, value));
    }
  }

  static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be %d to %d seconds, but is %s"
              .formatted(name, least.toSeconds(), most.toSeconds(), value.toMillis() / 1000.0));
    }
  }

  static void within(String name, ByteSize value, long least, long most) {
    if (value.bytes() < least || value.bytes() > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d bytes, but is %d".formatted(name, least, most, value.bytes()));
    }
  }
}
