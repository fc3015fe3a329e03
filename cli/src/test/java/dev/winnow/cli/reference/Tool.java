package dev.winnow.cli.reference;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A small command line that has one of everything. */
@Command(
    name = "tool",
    mixinStandardHelpOptions = true,
    version = "tool 1.2",
    description = {
      "Cut and paste. Both well.",
      "",
      ".starts with a dot, -has 100%% \\n \"signs\"^~`"
    },
    footer = {"", "Examples:", "  tool cut 'a b'", "  .tool", "", "A note at the end."},
    subcommands = {Tool.Cut.class, Tool.Paste.class, Tool.Secret.class})
@SuppressWarnings("UnusedVariable") // Picocli uses the fields.
final class Tool {
  private Tool() {}

  /** What shells and manuals see of it. */
  static VisibleCommand visible() {
    return new VisibleCommand(new CommandLine(new Tool()).getCommandSpec());
  }

  enum Colour {
    red,
    blue
  }

  @Command(
      name = "cut",
      mixinStandardHelpOptions = true,
      description = "Cut [a: b] into 'c'.",
      exitCodeList = {" 0:it is cut", "10:it is not"})
  static final class Cut {
    @Option(
        names = {"-c", "--colour"},
        paramLabel = "COLOUR",
        description = "One of ${COMPLETION-CANDIDATES}. No other.")
    private Colour colour = Colour.red;

    @Option(names = "--into", paramLabel = "FILE", description = "Where to.")
    private String into = "";

    @Option(names = "--depth", paramLabel = "N", description = "How deep.", defaultValue = "3")
    private int depth;

    @Option(names = "--secret", hidden = true, description = "Not to be seen.")
    private boolean secret;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What: grüße.")
    private List<String> files = List.of();
  }

  @Command(
      name = "paste",
      mixinStandardHelpOptions = true,
      description = "Paste.",
      exitCodeList = " 2:no glue")
  static final class Paste {
    @Parameters(paramLabel = "COLOUR", description = "Its colour.")
    private Colour colour = Colour.red;
  }

  @Command(name = "secret", hidden = true, description = "Not to be seen.")
  static final class Secret {}
}
