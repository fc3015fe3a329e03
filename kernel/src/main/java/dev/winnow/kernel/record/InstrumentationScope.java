package dev.winnow.kernel.record;

/** The logger, library or module inside a service that emitted a record. */
public record InstrumentationScope(String name, String version, Attributes attributes) {
  /** A scope about which nothing is known. */
  public static final InstrumentationScope EMPTY =
      new InstrumentationScope("", "", Attributes.EMPTY);

  /** A scope of which only the name is known, such as that of a logger. */
  public static InstrumentationScope of(String name) {
    return new InstrumentationScope(name, "", Attributes.EMPTY);
  }
}
