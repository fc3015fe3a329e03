package dev.winnow.kernel.json;

/** Why an input is not JSON. */
public enum JsonFault {
  /** The input stops before its value is complete, or holds no value. */
  UNEXPECTED_END("ends too early"),
  /** A byte stands where the grammar of RFC 8259 allows none of its kind. */
  UNEXPECTED_BYTE("has an unexpected character"),
  /** A string holds a byte below 0x20 that is not escaped. */
  CONTROL_CHARACTER("has an unescaped control character"),
  /** A backslash is followed by something that is not an escape. */
  INVALID_ESCAPE("has an unknown escape"),
  /** A string is not well-formed UTF-8. */
  INVALID_UTF8("is not UTF-8"),
  /** Containers nest deeper than the scanner goes. */
  TOO_DEEP("nests too deep"),
  /** Something follows the value. */
  TRAILING_CONTENT("has content after its value");

  private final String description;

  JsonFault(String description) {
    this.description = description;
  }

  /** The fault as the predicate of a sentence, such as "ends too early". */
  public String description() {
    return description;
  }
}
