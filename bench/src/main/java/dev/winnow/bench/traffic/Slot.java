package dev.winnow.bench.traffic;

/**
 * A place that is filled in.
 *
 * @param argument a width in characters, the place of a record in the order of time, or the number
 *     of a trace, by the kind
 */
record Slot(SlotKind kind, int offset, int argument) {
  Slot shifted(int by) {
    return new Slot(kind, offset + by, argument);
  }
}
