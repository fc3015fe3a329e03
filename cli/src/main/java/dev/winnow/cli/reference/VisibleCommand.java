package dev.winnow.cli.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What users see of a command: all of it but what is hidden. */
record VisibleCommand(CommandSpec spec) {
  /** The labels of options and parameters that take the name of a file. */
  private static final Set<String> FILE_LABELS = Set.of("FILE", "DIRECTORY");

  String name() {
    return spec.name();
  }

  /** The names that lead to it from the root, which itself has none. */
  String path() {
    String qualified = spec.qualifiedName();
    return qualified.substring(Math.min(spec.root().name().length() + 1, qualified.length()));
  }

  /** The first sentence of the description, without its full stop. */
  String summary() {
    return description().findFirst().map(VisibleCommand::sentence).orElse("");
  }

  /** The paragraphs of the description. */
  Stream<String> description() {
    return Arrays.stream(spec.usageMessage().description()).map(VisibleCommand::unescaped);
  }

  /** The lines after everything else in the usage message. */
  Stream<String> footer() {
    return Arrays.stream(spec.usageMessage().footer()).map(VisibleCommand::unescaped);
  }

  List<VisibleCommand> subcommands() {
    return spec.subcommands().values().stream()
        .distinct()
        .map(CommandLine::getCommandSpec)
        .filter(subcommand -> !subcommand.usageMessage().hidden())
        .map(VisibleCommand::new)
        .toList();
  }

  /** This command, its subcommands, and theirs. */
  Stream<VisibleCommand> withDescendants() {
    return Stream.concat(
        Stream.of(this), subcommands().stream().flatMap(VisibleCommand::withDescendants));
  }

  List<OptionSpec> options() {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  List<PositionalParamSpec> parameters() {
    return spec.positionalParameters().stream().filter(parameter -> !parameter.hidden()).toList();
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  static boolean takesFile(ArgSpec argument) {
    return FILE_LABELS.contains(argument.paramLabel());
  }

  /** The values that an option or parameter allows; none if it allows any. */
  static List<String> values(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null
        ? List.of()
        : StreamSupport.stream(candidates.spliterator(), false).toList();
  }

  static String description(ArgSpec argument) {
    return Arrays.stream(argument.description())
        .map(VisibleCommand::unescaped)
        .collect(Collectors.joining(" "));
  }

  /** The first sentence of an option's or parameter's description, without its full stop. */
  static String summary(ArgSpec argument) {
    return sentence(description(argument));
  }

  private static String sentence(String text) {
    int end = text.indexOf(". ");
    if (end >= 0) {
      return text.substring(0, end);
    }
    boolean hasFullStop = text.endsWith(".") && !text.endsWith("..");
    return hasFullStop ? text.substring(0, text.length() - 1) : text;
  }

  /** Texts of picocli are format strings. */
  private static String unescaped(String text) {
    return text.replace("%n", " ").replace("%%", "%");
  }
}
