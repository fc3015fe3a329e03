package dev.winnow.formats.layout;

import org.jspecify.annotations.Nullable;

/**
 * A layout of JSON objects, known by the members that they have.
 *
 * @param marks of the names that must be there
 * @param names what members mean in this layout only; null if nothing else than everywhere
 */
record JsonLayout(Layout layout, long marks, @Nullable FieldNames names) {
  boolean isOf(long found) {
    return (found & marks) == marks;
  }
}
