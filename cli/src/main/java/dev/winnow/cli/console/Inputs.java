package dev.winnow.cli.console;

import dev.winnow.formats.input.Input;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The inputs that a user named. One that cannot be read is reported, and the others are read all
 * the same.
 */
public final class Inputs {
  /** What is done with an input. */
  public interface Reader {
    void read(Input input, Progress progress) throws IOException;
  }

  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private final List<String> names;
  private final Progress progress;
  private int unreadable;

  public Inputs(Console console, List<String> names, boolean quiet) {
    this.console = console;
    this.names = names;
    this.progress = new Progress(console, quiet);
  }

  /** Reads the inputs in turn, until the user interrupts or nobody takes the output any more. */
  public void forEach(Reader reader) {
    for (String name : names) {
      if (!console.interruption().isRequested() && !console.out().isClosed()) {
        read(name, reader);
        progress.clear();
      }
    }
  }

  private void read(String name, Reader reader) {
    try (Input input = open(name)) {
      reader.read(input, progress);
    } catch (WinnowException refused) {
      report(String.valueOf(refused.getMessage()));
    } catch (InvalidPathException nonsense) {
      report(name + " is not the name of a file");
    } catch (IOException failure) {
      report(
          name
              + " could not be read to its end ("
              + failure.getMessage()
              + "); the result has what was read before");
    }
  }

  private Input open(String name) {
    return name.equals(STANDARD_INPUT)
        ? Input.of("standard input", console.in(), Instant.now())
        : Input.file(Path.of(name));
  }

  private void report(String message) {
    progress.clear();
    unreadable++;
    console.say(message);
  }

  /** Whether every input could be read. */
  public boolean areAllRead() {
    return unreadable == 0;
  }

  /** Whether no input could be read, so that there is nothing to show. */
  public boolean areNoneRead() {
    return unreadable == names.size();
  }
}
