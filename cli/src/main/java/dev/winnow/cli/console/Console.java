package dev.winnow.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.channels.ReadableByteChannel;

/**
 * The process as a command sees it: standard streams, the terminal, and a wish to stop.
 *
 * @param in standard input
 * @param out standard output, for results only
 * @param err standard error, for messages and progress
 * @param terminal what shows them
 * @param interruption whether the user has asked to stop
 */
public record Console(
    ReadableByteChannel in, Output out, Output err, Terminal terminal, Interruption interruption) {
  /** The console of this process. */
  public static Console ofProcess() {
    return of(
        new FileInputStream(FileDescriptor.in).getChannel(),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.ofProcess());
  }

  /** A console with other streams. */
  public static Console of(
      ReadableByteChannel in, OutputStream out, OutputStream err, Terminal terminal) {
    return new Console(in, new Output(out), new Output(err), terminal, new Interruption());
  }

  /** This console with another standard input. */
  public Console withInput(ReadableByteChannel other) {
    return new Console(other, out, err, terminal, interruption);
  }

  /** This console for doing something again, which need not be told again. */
  public Console withoutMessages() {
    return new Console(
        in, out, new Output(OutputStream.nullOutputStream()), terminal, interruption);
  }

  /** This console with the size that its terminal has now. */
  public Console resized() {
    return new Console(in, out, err, terminal.resized(), interruption);
  }

  /** Tells the user something that is no result. */
  public void say(String message) {
    err.line("winnow: " + Printable.of(message));
    err.flush();
  }
}
