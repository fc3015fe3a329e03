package dev.winnow.cli.reference;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a completion script for bash 3.2 and newer. Names of files are left to bash, which knows
 * how to quote them: it completes one wherever the function offers nothing and allows it.
 */
final class BashCompletion {
  private BashCompletion() {}

  static String script(VisibleCommand root) {
    return """
    # bash completion for %1$s: source <(%1$s completion bash)
    _%1$s() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
      local command= words= files= i
      for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command ${COMP_WORDS[i]}" in
          %2$s) command="${command:+$command }${COMP_WORDS[i]}" ;;
        esac
      done
      # Bash takes = for a word of its own.
      if [[ $word == = ]]; then
        word=
      elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      case $command:$before in
    %3$s    *)
          case $command:$word in
    %4$s      esac ;;
      esac
      [[ $files ]] || compopt +o default 2>/dev/null
      COMPREPLY=($(compgen -W "$words" -- "$word"))
    }
    complete -o default -F _%1$s %1$s
    """
        .formatted(
            root.name(),
            root.withDescendants().skip(1).map(BashCompletion::nextKey).collect(joining(" | ")),
            root.withDescendants().flatMap(BashCompletion::values).collect(joining()),
            root.withDescendants().map(BashCompletion::words).collect(joining()));
  }

  /** A pattern for what the script has in {@code command}, which is empty for the root. */
  private static String key(VisibleCommand command) {
    return command.path().replace(" ", "\\ ");
  }

  /** A pattern for {@code command} before this command is read, a blank and this command. */
  private static String nextKey(VisibleCommand command) {
    return (command.path().contains(" ") ? "" : "\\ ") + key(command);
  }

  /** What may follow each option that takes a value. */
  private static Stream<String> values(VisibleCommand command) {
    return command.options().stream()
        .filter(VisibleCommand::takesValue)
        .map(option ->
            "    "
                + Stream.of(option.names())
                    .map(name -> key(command) + ":" + name)
                    .collect(joining(" | "))
                + ") "
                + choice(VisibleCommand.values(option), VisibleCommand.takesFile(option))
                + " ;;\n");
  }

  /** What else a command understands: options after a dash, otherwise what is no option. */
  private static String words(VisibleCommand command) {
    List<String> names = new ArrayList<>();
    command.options().forEach(option -> names.add(option.longestName()));
    List<String> others = new ArrayList<>();
    command.subcommands().forEach(subcommand -> others.add(subcommand.name()));
    command.parameters().forEach(parameter -> others.addAll(VisibleCommand.values(parameter)));
    boolean files = command.parameters().stream().anyMatch(VisibleCommand::takesFile);
    return "        %s:-*) %s ;;\n        %s:*) %s ;;\n"
        .formatted(key(command), choice(names, false), key(command), choice(others, files));
  }

  private static String choice(List<String> words, boolean files) {
    return "words='" + String.join(" ", words) + "'" + (files ? " files=1" : "");
  }
}
