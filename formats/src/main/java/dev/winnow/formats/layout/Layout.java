package dev.winnow.formats.layout;

/**
 * How the lines of a log are laid out.
 *
 * @param id what to call it in a command: the name of its file
 * @param name what people call it
 * @param kind what its lines are made of
 * @param startsWithTime whether a record begins with a timestamp or can be told from what follows
 *     it otherwise, so that a line that begins none belongs to the record before
 */
public record Layout(String id, String name, Kind kind, boolean startsWithTime) {
  private static final String GENERAL = "text with ";

  /** What a line is made of. */
  public enum Kind {
    /** Fields in fixed places, and a message. */
    FIELDS,
    /** One JSON object. */
    JSON,
    /** {@code key=value} pairs. */
    LOGFMT,
    /** Cells that a first line names. */
    TABLE,
    /** Nothing that is known. */
    PLAIN
  }

  public static final Layout JSON = new Layout("json", "JSON lines", Kind.JSON, false);
  public static final Layout LOGFMT = new Layout("logfmt", "logfmt", Kind.LOGFMT, false);
  public static final Layout TABLE = new Layout("table", "table with a header", Kind.TABLE, false);
  public static final Layout PLAIN = new Layout("plain", "plain text", Kind.PLAIN, false);

  /** Whether this is the layout of no program in particular. */
  boolean isGeneral() {
    return name.startsWith(GENERAL);
  }

  /** Whether names stand beside the values. */
  public boolean isStructured() {
    return kind == Kind.JSON || kind == Kind.LOGFMT || kind == Kind.TABLE;
  }
}
