package dev.winnow.cli.console;

/**
 * What the process says when it ends, and what that means. A meaning is written as an {@code
 * exitCodeList} wants it, from which usage messages and the manual page take it.
 */
public final class ExitCode {
  public static final int OK = 0;
  public static final int USAGE = 1;

  /** An input could not be read, or the output not be written. */
  public static final int UNREADABLE = 2;

  /** What {@code --fail-on} names was found. */
  public static final int FOUND = 3;

  /** Something that the server needs is missing or taken; {@code EX_UNAVAILABLE} of sysexits.h. */
  public static final int UNAVAILABLE = 69;

  /** A fault of Winnow itself; {@code EX_SOFTWARE} of sysexits.h. */
  public static final int INTERNAL = 70;

  /** The configuration of the server is wrong; {@code EX_CONFIG} of sysexits.h. */
  public static final int MISCONFIGURED = 78;

  /** What the virtual machine ends with after SIGINT. */
  private static final int INTERRUPTED = 130;

  /** What the virtual machine ends with after SIGTERM. */
  private static final int TERMINATED = 143;

  public static final String OK_MEANING =
      "  " + OK + ":all is well; also if the reader of the output leaves early";
  public static final String USAGE_MEANING = "  " + USAGE + ":the command line is wrong";
  public static final String UNREADABLE_MEANING =
      "  "
          + UNREADABLE
          + ":an input could not be read (the others were), or the output not be written";
  public static final String FOUND_MEANING =
      "  " + FOUND + ":what --fail-on names was found (analyze and diff)";
  public static final String UNAVAILABLE_MEANING =
      " " + UNAVAILABLE + ":a port or the data directory is in use or cannot be used";
  public static final String UNREACHABLE_MEANING =
      " " + UNAVAILABLE + ":the server cannot be reached, or refuses to answer";
  public static final String INTERNAL_MEANING = " " + INTERNAL + ":a fault of Winnow itself";
  public static final String MISCONFIGURED_MEANING =
      " " + MISCONFIGURED + ":the configuration is wrong";
  public static final String INTERRUPTED_MEANING =
      INTERRUPTED + ":interrupted; what was printed covers what was read until then";
  public static final String TERMINATED_MEANING =
      TERMINATED + ":terminated by another program; what was printed covers as much";

  private ExitCode() {}
}
