package dev.winnow.formats.layout;

/** A part of a line that has a meaning of its own, beside time and severity. */
public enum Field {
  HOST,
  SERVICE,
  /** All that follows what was recognised. */
  MESSAGE
}
