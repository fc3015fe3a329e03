package dev.winnow.cli.reference;

import java.util.Locale;
import java.util.function.Function;

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

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
