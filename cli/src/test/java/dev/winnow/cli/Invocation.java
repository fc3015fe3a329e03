package dev.winnow.cli;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/** What a run of the command gave. */
record Invocation(int exitCode, String out, String err) {
  /** Runs the command with nothing as its input. */
  static Invocation of(String... arguments) {
    return withInput("", arguments);
  }

  /** Runs the command with standard input in UTF-8. */
  static Invocation withInput(String input, String... arguments) {
    return withInput(input.getBytes(StandardCharsets.UTF_8), Terminal.NONE, arguments);
  }

  static Invocation withInput(byte[] input, Terminal terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.of(Channels.newChannel(new ByteArrayInputStream(input)), out, err, terminal);
    int exitCode = Winnow.run(console, arguments);
    return new Invocation(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
