package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import dev.winnow.kernel.hash.Hash64;
import java.util.ArrayList;
import java.util.List;

/** What forms that share a statement have in common: their positions in order. */
record Shape(List<Slot> slots) {
  /** The seed of skeletons and template ids; raised with every change of the shape rules. */
  private static final long RULES = 0x77696e6e6f770001L;

  private static final long LIST_BYTES = 40;
  private static final long SLOT_BYTES = 40 + 24 + 24;

  static final Shape NOTHING = new Shape(List.of());

  static Shape of(String form) {
    return new Shape(List.copyOf(ShapeReader.read(form)));
  }

  /**
   * The hash of all that is certain about the slots. Shapes with different skeletons never become
   * one template.
   */
  static long skeleton(List<Slot> slots) {
    long state = RULES;
    for (Slot slot : slots) {
      state = Hash64.mix(state, slot.gap());
      state = Hash64.mix(state, slot.kind() == Kind.FIXED ? slot.symbol() : Slot.OPEN);
    }
    return Hash64.mix(state, slots.size());
  }

  /** The hash of the slots with every value taken out: equal for forms that differ in values. */
  static long identity(List<Slot> slots) {
    long state = RULES;
    for (Slot slot : slots) {
      state = Hash64.mix(state, slot.gap());
      state =
          Hash64.mix(state, slot.kind() == Kind.SEGMENT ? identity(slot.parts()) : slot.symbol());
    }
    return Hash64.mix(state, slots.size());
  }

  static List<Slot> join(List<Slot> a, List<Slot> b) {
    List<Slot> joined = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      joined.add(a.get(i).join(b.get(i)));
    }
    return List.copyOf(joined);
  }

  Shape join(Shape other) {
    return new Shape(join(slots, other.slots));
  }

  long skeleton() {
    return skeleton(slots);
  }

  long identity() {
    return identity(slots);
  }

  /** The number of positions that hold a word, as a measure of how specific the statement is. */
  int words() {
    int words = 0;
    for (Slot slot : slots) {
      boolean mayBeWord = slot.kind() != Kind.VALUE && slot.kind() != Kind.SEGMENT;
      words += mayBeWord && Words.isWord(slot.text()) ? 1 : 0;
    }
    return words;
  }

  /** The shape with all positions open that are not fixed. */
  Shape open() {
    List<Slot> open = new ArrayList<>(slots.size());
    for (Slot slot : slots) {
      boolean fixed = slot.kind() == Kind.FIXED;
      open.add(fixed ? slot : Slot.of(slot.gap(), Kind.VALUE, Texts.WILD));
    }
    return new Shape(List.copyOf(open));
  }

  /** The heap that the shape takes, estimated. */
  long bytes() {
    return bytes(slots);
  }

  private static long bytes(List<Slot> slots) {
    long bytes = LIST_BYTES;
    for (Slot slot : slots) {
      bytes += SLOT_BYTES + slot.text().length();
      bytes += slot.parts().isEmpty() ? 0 : bytes(slot.parts());
    }
    return bytes;
  }

  /** The text of the template: literals as they are, variables as placeholders. */
  String text() {
    StringBuilder text = new StringBuilder();
    append(slots, text);
    return text.toString();
  }

  private static void append(List<Slot> slots, StringBuilder text) {
    for (Slot slot : slots) {
      if (slot.kind() == Kind.SEGMENT) {
        append(slot.parts(), text);
      } else {
        if (slot.gap() != Slot.NO_GAP && !text.isEmpty()) {
          text.append(slot.gap());
        }
        text.append(slot.text());
      }
    }
  }
}
