package dev.winnow.bench.traffic;

import java.util.List;

/** A text in ASCII, so that a character is a byte, with the places in it that are filled in. */
record SlottedText(String text, List<Slot> slots) {
  static SlottedText constant(String text) {
    return new SlottedText(text, List.of());
  }
}
