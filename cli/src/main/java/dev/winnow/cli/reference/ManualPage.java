package dev.winnow.cli.reference;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command and its subcommands, in the man macros of troff. */
final class ManualPage {
  private static final String MANUAL = "1";

  /** Lines of a footer that begin so are examples, others are text. */
  private static final String EXAMPLE = "  ";

  private final VisibleCommand root;
  private final SequencedMap<String, String> environment;
  private final Roff roff = new Roff();

  /**
   * @param environment what the variables mean that the command reads
   */
  ManualPage(VisibleCommand root, SequencedMap<String, String> environment) {
    this.root = root;
    this.environment = environment;
  }

  String text() {
    String title = root.name().toUpperCase(Locale.ROOT);
    roff.macro("TH", title, MANUAL, "", version(), "User Commands");
    roff.macro("SH", "NAME").text(root.name() + " - " + root.summary());
    synopses();
    roff.macro("SH", "DESCRIPTION");
    description(root);
    roff.macro("SH", "OPTIONS");
    root.options().forEach(this::option);
    roff.macro("PP").text("Every command understands these.");
    roff.macro("SH", "COMMANDS");
    all().skip(1).forEach(this::command);
    exitStatus();
    roff.macro("SH", "ENVIRONMENT");
    environment.forEach(this::definition);
    examples();
    return roff.toString();
  }

  private String version() {
    StringWriter version = new StringWriter();
    root.spec().commandLine().printVersionHelp(new PrintWriter(version), Help.Ansi.OFF);
    return version.toString().strip();
  }

  private void synopses() {
    roff.macro("SH", "SYNOPSIS");
    for (VisibleCommand command : all().toList()) {
      roff.macro("HP").text(synopsis(command));
    }
  }

  private static String synopsis(VisibleCommand command) {
    String synopsis = command.spec().commandLine().getHelp().synopsis(0);
    return synopsis.replaceAll("\\s+", " ").strip();
  }

  private Stream<VisibleCommand> all() {
    return root.withDescendants();
  }

  private void command(VisibleCommand command) {
    roff.macro("SS", command.spec().qualifiedName());
    description(command);
    for (ArgSpec parameter : command.parameters()) {
      definition(parameter.paramLabel(), VisibleCommand.description(parameter));
    }
    command.options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .forEach(this::option);
  }

  /** The description, and what the footer says beside examples. */
  private void description(VisibleCommand command) {
    Stream<String> notes =
        command.footer().filter(line -> !line.startsWith(EXAMPLE) && !line.endsWith(":"));
    Stream.concat(command.description(), notes)
        .filter(paragraph -> !paragraph.isBlank())
        .forEach(paragraph -> roff.macro("PP").text(paragraph));
  }

  private void option(OptionSpec option) {
    List<String> names = List.of(option.names());
    String value = VisibleCommand.takesValue(option) ? "=" + option.paramLabel() : "";
    definition(String.join(", ", names) + value, VisibleCommand.description(option));
  }

  private void definition(String term, String meaning) {
    roff.macro("TP").macro("B", term).text(meaning);
  }

  private void exitStatus() {
    Map<Integer, String> meanings = new TreeMap<>();
    all()
        .forEach(command ->
            command
                .spec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> meanings.put(Integer.valueOf(code.strip()), meaning)));
    roff.macro("SH", "EXIT STATUS");
    meanings.forEach((code, meaning) -> definition(code.toString(), sentence(meaning)));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private void examples() {
    roff.macro("SH", "EXAMPLES");
    for (VisibleCommand command : all().toList()) {
      List<String> examples =
          command.footer().filter(line -> line.startsWith(EXAMPLE)).map(String::strip).toList();
      if (!examples.isEmpty()) {
        roff.macro("PP").literal(examples.stream());
      }
    }
  }
}
