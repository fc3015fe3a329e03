package dev.winnow.cli.console;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.unpack.Unpacker;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The inputs that a user named: files, and what is in archives. One that cannot be read, or not to
 * its end, is reported, and the others are read all the same.
 */
public final class Inputs {
  /** What is done with an input. */
  public interface Reader {
    void read(Input input, Progress progress) throws IOException;
  }

  /** What users write for it. */
  public static final String STANDARD_INPUT = "-";

  private final Console console;
  private final List<String> names;
  private final Progress progress;
  private int readable;
  private int unreadable;

  public Inputs(Console console, List<String> names, boolean quiet) {
    this.console = console;
    this.names = names;
    this.progress = new Progress(console, quiet);
  }

  /** Reads the inputs in turn, until the user interrupts or nobody takes the output any more. */
  public void forEach(Reader reader) {
    for (String name : names) {
      if (isWanted()) {
        read(name, reader);
      }
    }
  }

  private void read(String name, Reader reader) {
    try (Unpacker unpacker = open(name)) {
      boolean more = true;
      while (more && isWanted()) {
        more = readNext(unpacker, reader);
      }
      if (unpacker.leftOut() > 0 && unpacker.leftOut() < unpacker.members()) {
        sayWhatIsLeftOut(name, unpacker);
      }
    } catch (WinnowException refused) {
      report(String.valueOf(refused.getMessage()));
    } catch (InvalidPathException nonsense) {
      report(name + " is not the name of a file");
    } catch (IOException failure) {
      report(name + " could not be closed (" + failure.getMessage() + ")");
    }
  }

  private boolean isWanted() {
    return !console.interruption().isRequested() && !console.out().isClosed();
  }

  private Unpacker open(String name) {
    return name.equals(STANDARD_INPUT)
        ? Unpacker.of("standard input", console.in(), Instant.now())
        : Unpacker.file(Path.of(name));
  }

  /** Reads the next text of what a name stands for; false if there is none. */
  private boolean readNext(Unpacker unpacker, Reader reader) {
    try (Input input = unpacker.next()) {
      if (input != null) {
        read(input, reader);
      }
      return input != null;
    } catch (WinnowException refused) {
      report(String.valueOf(refused.getMessage()));
      return true;
    } catch (IOException unclosed) {
      report("an input could not be closed (" + unclosed.getMessage() + ")");
      return true;
    }
  }

  private void read(Input input, Reader reader) {
    boolean complete = false;
    try {
      reader.read(input, progress);
      complete = true;
    } catch (IOException failure) {
      report(
          input.name()
              + " could not be read to its end ("
              + failure.getMessage()
              + "); the result has what was read before");
    }
    if (complete || input.textBytes() > 0) {
      readable++;
    }
    progress.clear();
  }

  private void sayWhatIsLeftOut(String name, Unpacker unpacker) {
    progress.clear();
    console.say(
        "%s: left out %d of %d members, which are empty or no text; the first is %s"
            .formatted(name, unpacker.leftOut(), unpacker.members(), unpacker.firstLeftOut()));
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

  /** Whether nothing could be read, so that there is nothing to show. */
  public boolean areNoneRead() {
    return readable == 0;
  }
}
