package dev.winnow.formats.layout;

import org.jspecify.annotations.Nullable;

/**
 * A layout of JSON objects, known by the members that they have.
 *
 * @param marks of the names that must be there
 * @param first the mark of the name that must come first; {@link Marks#NONE} if any may
 * @param names what members mean in this layout only; null if nothing else than everywhere
 */
record JsonLayout(Layout layout, Marks marks, int first, @Nullable FieldNames names) {
  boolean isOf(Marks found, int foundFirst) {
    return (first == Marks.NONE || first == foundFirst) && found.containsAll(marks);
  }

  /** How much it asks for: the more, the less likely is it that an object has it by chance. */
  int weight() {
    return 2 * marks.size() + (first == Marks.NONE ? 0 : 1);
  }
}
