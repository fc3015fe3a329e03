package dev.winnow.server.files;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What lies at a path, held fast, so that it can be looked at before it is opened. Whoever may
 * write to the directory can put something else there at any time.
 */
@SuppressWarnings("restricted") // Native access is what it is for; the launcher allows it.
final class PinnedFile implements AutoCloseable {
  /*
   * Who opens a pipe waits until somebody writes to it, and Java cannot ask not to. Linux has
   * descriptors that hold a file without opening it (O_PATH): getting one waits for nothing and does
   * nothing to a device. The link in /proc/self/fd leads to what it holds, and to nothing else,
   * wherever the path leads by now; it is looked at, and opened, through that.
   *
   * Where there is no such directory, the path itself stands for it.
   */

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final boolean HAS_DESCRIPTORS = Files.isDirectory(DESCRIPTORS);

  /** {@code O_PATH | O_CLOEXEC}. */
  private static final int HOLD = 0_10_000_000 | 0_2_000_000;

  private static final int NONE = -1;

  private static final MethodHandle OPEN =
      find(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final int descriptor;
  private final Path place;

  private PinnedFile(int descriptor, Path place) {
    this.descriptor = descriptor;
    this.place = place;
  }

  private static MethodHandle find(
      String name, FunctionDescriptor signature, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find(name).orElseThrow(), signature, options);
  }

  /** Holds what a path leads to. Does not wait, whatever that is. */
  static PinnedFile of(Path path) throws IOException {
    if (!HAS_DESCRIPTORS) {
      return new PinnedFile(NONE, path);
    }
    int descriptor = hold(path);
    if (descriptor == NONE) {
      // Says why, unless there are too many descriptors.
      var _ = Files.readAttributes(path, BasicFileAttributes.class);
      throw new WinnowException(ErrorCode.INPUT_NOT_READABLE, path + " cannot be held");
    }
    return new PinnedFile(descriptor, DESCRIPTORS.resolve(Integer.toString(descriptor)));
  }

  private static int hold(Path path) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) OPEN.invokeExact(arena.allocateFrom(name(path), ISO_8859_1), HOLD);
    } catch (Throwable failed) {
      throw new IllegalStateException("the system could not be called", failed);
    }
  }

  /** The bytes that the system knows a path by, a character each, whatever the locale is. */
  private static String name(Path path) {
    return URLDecoder.decode(path.toUri().getRawPath().replace("+", "%2B"), ISO_8859_1);
  }

  BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(place, BasicFileAttributes.class);
  }

  /** Where it lies, which no link is part of. */
  Path realPath() throws IOException {
    return descriptor == NONE ? place.toRealPath() : Files.readSymbolicLink(place);
  }

  /** Opens it to be read, which does not wait if it is a regular file. */
  FileChannel open() throws IOException {
    return FileChannel.open(place);
  }

  @Override
  public void close() {
    if (descriptor != NONE) {
      try {
        var _ = (int) CLOSE.invokeExact(descriptor);
      } catch (Throwable failed) {
        throw new IllegalStateException("the system could not be called", failed);
      }
    }
  }
}
