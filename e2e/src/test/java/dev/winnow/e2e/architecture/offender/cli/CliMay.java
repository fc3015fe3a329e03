package dev.winnow.e2e.architecture.offender.cli;

import picocli.CommandLine;

/** What only the command line may do. */
final class CliMay {
  private CliMay() {}

  static final class UseThePlatform {
    @SuppressWarnings("SystemOut")
    void obey() {
      System.out.println(System.getenv("a"));
      System.exit(new CommandLine(this).execute());
    }
  }
}
