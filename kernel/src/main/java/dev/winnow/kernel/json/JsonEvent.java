package dev.winnow.kernel.json;

/** What a {@link JsonScanner} found. */
public enum JsonEvent {
  OBJECT_START,
  OBJECT_END,
  ARRAY_START,
  ARRAY_END,
  /** The name of an object's member; its value is the next event. */
  KEY,
  STRING,
  NUMBER,
  TRUE,
  FALSE,
  NULL,
  /** The one value of the input is complete and only white space follows. */
  END,
  /** The input is not JSON; {@link JsonScanner#fault()} says why. Every later event is the same. */
  INVALID
}
