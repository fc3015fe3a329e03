package dev.winnow.cli.analysis;

/** A record that stands for many: its text without secrets, up to a limit, and where it is. */
record Sighting(String text, Place place) {
  static final int MAX_BYTES = 2048;

  /** The one of two that was read first. */
  static Sighting earlier(Sighting one, Sighting other) {
    return one.place.compareTo(other.place) <= 0 ? one : other;
  }
}
