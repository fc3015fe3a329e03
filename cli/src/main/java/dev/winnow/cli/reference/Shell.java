package dev.winnow.cli.reference;

import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** A shell that completes commands as users type. */
enum Shell {
  BASH(BashCompletion::script),
  ZSH(ZshCompletion::script),
  FISH(FishCompletion::script);

  @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method.
  private final Function<VisibleCommand, String> writer;

  Shell(Function<VisibleCommand, String> writer) {
    this.writer = writer;
  }

  /** The script that makes this shell complete a command. */
  String script(VisibleCommand command) {
    return writer.apply(command);
  }

  /** The shell with a name as users write it. */
  static Shell of(String name) {
    for (Shell shell : values()) {
      if (shell.toString().equals(name)) {
        return shell;
      }
    }
    throw new TypeConversionException("'" + name + "' is none of bash, zsh, fish");
  }

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
