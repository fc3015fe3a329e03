package dev.winnow.cli.console;

/** What the process says when it ends; {@link CommonOptions} tells it to users. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int USAGE = 1;

  /** An input could not be read, or the output not be written. */
  public static final int UNREADABLE = 2;

  /** A fault of Winnow itself; {@code EX_SOFTWARE} of sysexits.h. */
  public static final int INTERNAL = 70;

  private ExitCode() {}
}
