package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A run of {@code winnow analyze --follow} that goes on while a test does something. */
final class Following implements AutoCloseable {
  /** More than any machine needs; only a failure takes as long. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Thread thread;
  private volatile int exitCode = -1;

  private Following(ReadableByteChannel in, Terminal terminal, String... options) {
    Console console = Console.of(in, out, err, terminal);
    List<String> arguments = new ArrayList<>(List.of("analyze", "--follow"));
    arguments.addAll(List.of(options));
    thread =
        Thread.ofPlatform()
            .start(() -> exitCode = Winnow.run(console, arguments.toArray(String[]::new)));
  }

  /** Follows with an output that is a pipe. */
  static Following piped(String... options) {
    return on(Terminal.NONE, options);
  }

  static Following on(Terminal terminal, String... options) {
    return of(Channels.newChannel(new ByteArrayInputStream(new byte[0])), terminal, options);
  }

  static Following of(ReadableByteChannel in, Terminal terminal, String... options) {
    return new Following(in, terminal, options);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Waits until standard output holds a text. */
  void awaitOut(String text) {
    await(() -> out().contains(text));
    assertThat(out()).contains(text);
  }

  /** Waits until standard error holds a text. */
  void awaitErr(String text) {
    await(() -> err().contains(text));
    assertThat(err()).contains(text);
  }

  private static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean() && System.nanoTime() - start < PATIENCE.toNanos()) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Does what Ctrl-C does, and waits for the end. */
  int interrupt() throws InterruptedException {
    thread.interrupt();
    return exitCode();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    assertThat(thread.join(PATIENCE)).isTrue();
    return exitCode;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
