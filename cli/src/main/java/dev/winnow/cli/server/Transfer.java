package dev.winnow.cli.server;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.ProgressLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which file a backup is written to or read from. */
public final class Transfer {
  private static final String STANDARD = "-";

  @Parameters(
      paramLabel = "FILE",
      description = "The file of the backup; - for standard output or input.")
  private String file = "";

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress. There is none either if standard error is no terminal.")
  private boolean quiet;

  public String file() {
    return file;
  }

  /** Whether a standard stream is meant. */
  public boolean isStandard() {
    return file.equals(STANDARD);
  }

  /** A line that tells how far the transfer is. */
  public ProgressLine progress(Console console) {
    return new ProgressLine(console, quiet);
  }

  /** What such a line says after so many bytes and seconds. */
  public static String rate(long bytes, double seconds) {
    return Figures.bytes(bytes) + "  " + Figures.bytes((long) (bytes / seconds)) + "/s";
  }
}
