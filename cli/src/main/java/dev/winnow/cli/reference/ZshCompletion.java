package dev.winnow.cli.reference;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a completion script for zsh, which may be sourced or lie in a directory of fpath. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String script(VisibleCommand root) {
    return """
    #compdef %1$s
    %2$sif [[ $funcstack[1] == _%1$s ]]; then
      _%1$s "$@"
    else
      compdef _%1$s %1$s
    fi
    """
        .formatted(
            root.name(),
            root.withDescendants()
                .filter(ZshCompletion::hasSubcommands)
                .map(ZshCompletion::function)
                .collect(joining()));
  }

  private static boolean hasSubcommands(VisibleCommand command) {
    return !command.subcommands().isEmpty();
  }

  private static String functionName(VisibleCommand command) {
    return "_" + command.spec().qualifiedName("_");
  }

  /** A function that completes what follows a command which has subcommands. */
  private static String function(VisibleCommand command) {
    return """
    %1$s() {
      local curcontext=$curcontext state line
      local -a commands=(
    %2$s  )
      _arguments -C \\
    %3$s    '1: :->command' '*:: :->argument' && return
      case $state in
        command) _describe -t commands command commands ;;
        argument)
          case $words[1] in
    %4$s      esac ;;
      esac
    }
    """
        .formatted(
            functionName(command),
            command.subcommands().stream().map(ZshCompletion::description).collect(joining()),
            options(command).map(option -> "    " + option + " \\\n").collect(joining()),
            command.subcommands().stream().map(ZshCompletion::arguments).collect(joining()));
  }

  private static String description(VisibleCommand command) {
    return "    " + quoted(command.name() + ":" + command.summary()) + "\n";
  }

  private static String arguments(VisibleCommand command) {
    if (hasSubcommands(command)) {
      return "        %s) %s ;;\n".formatted(command.name(), functionName(command));
    }
    Stream<String> parameters =
        command.parameters().stream()
            .map(parameter -> quoted((parameter.arity().max() > 1 ? "*" : "") + value(parameter)));
    return Stream.concat(options(command), parameters)
        .collect(
            joining(
                " \\\n            ",
                "        " + command.name() + ") _arguments -s \\\n            ",
                " ;;\n"));
  }

  private static Stream<String> options(VisibleCommand command) {
    return command.options().stream().flatMap(ZshCompletion::option);
  }

  /** One specification for each name, all of which exclude each other. */
  private static Stream<String> option(OptionSpec option) {
    List<String> names = List.of(option.names());
    String exclusive = names.size() == 1 ? "" : "(" + String.join(" ", names) + ")";
    String text = "[" + escaped(VisibleCommand.summary(option)) + "]";
    return names.stream()
        .map(name -> {
          boolean isLong = name.startsWith("--");
          String value =
              VisibleCommand.takesValue(option)
                  ? (isLong ? "=" : "+") + text + value(option)
                  : text;
          return quoted(exclusive + name + value);
        });
  }

  private static String value(ArgSpec argument) {
    String action =
        VisibleCommand.takesFile(argument)
            ? "_files"
            : "(" + String.join(" ", VisibleCommand.values(argument)) + ")";
    return ":" + escaped(argument.paramLabel()) + ":" + action;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
