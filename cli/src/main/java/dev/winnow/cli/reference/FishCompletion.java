package dev.winnow.cli.reference;

import static java.util.stream.Collectors.joining;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a completion script for fish: a line for each thing that may come next. */
final class FishCompletion {
  private final String prefix;
  private final StringBuilder out = new StringBuilder();

  private FishCompletion(VisibleCommand root) {
    this.prefix = "complete -c " + root.name();
  }

  static String script(VisibleCommand root) {
    return new FishCompletion(root).write(root);
  }

  private String write(VisibleCommand root) {
    line(" -f");
    command(root, " -n __fish_use_subcommand");
    descend(root, "");
    return out.toString();
  }

  /** What follows the subcommands of a command that is given where {@code given} is true. */
  private void descend(VisibleCommand command, String given) {
    for (VisibleCommand subcommand : command.subcommands()) {
      String names = names(subcommand.subcommands());
      String within = given + "__fish_seen_subcommand_from " + subcommand.name();
      String first = names.isEmpty() ? "" : "; and not __fish_seen_subcommand_from " + names;
      command(subcommand, " -n " + quoted(within + first));
      descend(subcommand, within + "; and ");
    }
  }

  private static String names(List<VisibleCommand> commands) {
    return commands.stream().map(VisibleCommand::name).collect(joining(" "));
  }

  private void command(VisibleCommand command, String condition) {
    options(command, condition);
    for (VisibleCommand subcommand : command.subcommands()) {
      line(condition + " -a " + subcommand.name() + " -d " + quoted(subcommand.summary()));
    }
    command.parameters().forEach(parameter -> parameter(parameter, condition));
  }

  private void options(VisibleCommand command, String condition) {
    for (OptionSpec option : command.options()) {
      StringBuilder names = new StringBuilder();
      for (String name : option.names()) {
        names.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      line(
          condition
              + names
              + (VisibleCommand.takesValue(option) ? value(option) : "")
              + " -d "
              + quoted(VisibleCommand.summary(option)));
    }
  }

  private void parameter(ArgSpec parameter, String condition) {
    line(
        condition
            + (VisibleCommand.takesFile(parameter) ? " -F" : words(parameter))
            + " -d "
            + quoted(VisibleCommand.summary(parameter)));
  }

  private static String value(ArgSpec option) {
    return VisibleCommand.takesFile(option) ? " -r -F" : " -x" + words(option);
  }

  private static String words(ArgSpec argument) {
    List<String> values = VisibleCommand.values(argument);
    return values.isEmpty() ? "" : " -a " + quoted(String.join(" ", values));
  }

  private void line(String condition) {
    out.append(prefix).append(condition).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
