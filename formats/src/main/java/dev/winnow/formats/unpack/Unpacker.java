package dev.winnow.formats.unpack;

import dev.winnow.formats.input.Content;
import dev.winnow.formats.input.Input;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Gives the texts in what a user named: one if it is a log, compressed or not, and one for each
 * member if it is an archive, named as in {@code logs.zip!app.log}. Not thread-safe.
 */
public final class Unpacker implements Closeable {
  /**
   * A stream that may be packed.
   *
   * @param asOf when it was written at the latest
   * @param compressions how many lie around it
   */
  private record Packed(String name, ByteStream stream, Instant asOf, int compressions) {}

  /** An archive that is being read. */
  private static final class OpenArchive {
    final Packed packed;
    final String format;
    final Archive members;
    @Nullable Layer current;

    OpenArchive(Packed packed, Content content) {
      this.packed = packed;
      this.format = content.description();
      this.members =
          content == Content.ZIP ? new ZipMembers(packed.stream) : new TarMembers(packed.stream);
    }

    /** Whether nothing behind the current member can be found. */
    boolean isBroken() {
      return current != null && current.failure() != null;
    }
  }

  private final RawBytes raw;
  private final Packed root;
  private final Expansion expansion;
  private final Deque<OpenArchive> archives = new ArrayDeque<>();
  private boolean begun;
  private long members;
  private long leftOut;
  private String firstLeftOut = "";

  Unpacker(String name, ReadableByteChannel channel, Instant asOf, long size, Limits limits) {
    raw = new RawBytes(channel, size);
    root = new Packed(name, raw, asOf, 0);
    expansion = new Expansion(raw, limits);
  }

  /**
   * Opens a file. What is appended to it from now on is not read, so that the end comes whoever
   * writes to it; if it shrinks, its new end is the end.
   *
   * @throws WinnowException if it is missing, a directory, or may not be read; says which
   */
  public static Unpacker file(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw unreadable(path + " is a directory; name the files in it, as in " + path + "/*.log");
      }
      boolean sized = attributes.isRegularFile() && attributes.size() > 0;
      return new Unpacker(
          path.toString(),
          FileChannel.open(path),
          attributes.lastModifiedTime().toInstant(),
          sized ? attributes.size() : Input.UNKNOWN_SIZE,
          Limits.DEFAULT);
    } catch (NoSuchFileException missing) {
      throw unreadable(path + " does not exist; check the name, or give - to read standard input");
    } catch (AccessDeniedException denied) {
      throw unreadable(path + " may not be read by this user; try sudo cat FILE | winnow ... -");
    } catch (IOException failure) {
      throw unreadable(path + " cannot be opened: " + failure.getMessage());
    }
  }

  /** Takes what is open already, with the time by which it was written at the latest. */
  public static Unpacker of(String name, ReadableByteChannel channel, Instant asOf) {
    return new Unpacker(name, channel, asOf, Input.UNKNOWN_SIZE, Limits.DEFAULT);
  }

  private static WinnowException unreadable(String message) {
    return new WinnowException(ErrorCode.INPUT_NOT_READABLE, message);
  }

  /**
   * Opens the next text, after which the one before can be read no more. It may turn out to be
   * truncated or damaged when it is read; then it fails with an {@link IOException} after it gave
   * what there is.
   *
   * @return null if there are no more
   * @throws WinnowException if it is no text, or an archive cannot be read any further; more may
   *     come all the same
   */
  public @Nullable Input next() {
    if (!begun) {
      begun = true;
      Input only = open(root);
      if (only != null) {
        return only;
      }
    }
    while (!archives.isEmpty()) {
      OpenArchive archive = archives.getFirst();
      if (archive.isBroken() || raw.isInterrupted() || expansion.isExceeded()) {
        archives.removeFirst();
      } else {
        Input input = nextOf(archive);
        if (input != null) {
          return input;
        }
      }
    }
    return null;
  }

  /** Opens a stream; null if it is an archive, or a member that is left out. */
  private @Nullable Input open(Packed packed) {
    Packed stream = packed;
    while (true) {
      Content content = content(stream.stream);
      switch (content.kind()) {
        case TEXT -> {
          stream.stream.skipMark();
          return input(stream);
        }
        case ENCODED -> {
          return input(unpack(stream, content));
        }
        case COMPRESSED -> {
          if (stream.compressions == Limits.COMPRESSIONS) {
            throw tooDeep(stream, "compressed", Limits.COMPRESSIONS);
          }
          stream = unpack(stream, content);
        }
        case ARCHIVE -> {
          if (archives.size() == Limits.ARCHIVES) {
            throw tooDeep(stream, "an archive in an archive", Limits.ARCHIVES);
          }
          archives.addFirst(new OpenArchive(stream, content));
          return null;
        }
        case NO_TEXT -> {
          return refuse(stream, content);
        }
      }
    }
  }

  /** What a stream holds. What cannot be read at all is opened as a text, which says why. */
  private static Content content(ByteStream stream) {
    try {
      return stream.content();
    } catch (IOException broken) {
      return Content.TEXT;
    }
  }

  private Packed unpack(Packed packed, Content content) {
    Layer layer =
        new Layer(
            content.description(),
            packed.stream,
            below -> Decoders.open(content, below),
            expansion);
    return new Packed(packed.name, layer, packed.asOf, packed.compressions + 1);
  }

  private Input input(Packed packed) {
    return Input.of(packed.name, packed.stream, packed.asOf, raw.size(), raw::taken);
  }

  private static WinnowException tooDeep(Packed packed, String what, int limit) {
    return unreadable(
        packed.name + " is " + what + " more than " + limit + " times over; unpack it first");
  }

  private @Nullable Input refuse(Packed packed, Content content) {
    if (!archives.isEmpty()) {
      IOException broken = packed.stream.failure();
      if (broken != null) {
        // What damage left of a log may look like no text.
        throw unreadToItsEnd(packed.name, broken);
      }
      leaveOut(packed.name);
      return null;
    }
    if (content == Content.EMPTY) {
      return input(packed);
    }
    throw unreadable(packed.name + " is " + content.description() + "; " + content.remedy());
  }

  private void leaveOut(String name) {
    if (leftOut == 0) {
      firstLeftOut = name;
    }
    leftOut++;
  }

  private @Nullable Input nextOf(OpenArchive archive) {
    Member member = nextMember(archive);
    if (member == null) {
      archives.remove(archive);
      if (archives.isEmpty() && leftOut == members && !raw.isInterrupted()) {
        throw unreadable(
            root.name + " has no log in it: its " + members + " members are empty or no text");
      }
      return null;
    }
    if (members == expansion.limits().members()) {
      archives.clear();
      throw unreadable(
          root.name + " has more than " + members + " members; those behind were not read");
    }
    members++;
    String name = archive.packed.name + "!" + member.shownName();
    if (!member.obstacle().isEmpty()) {
      archives.remove(archive);
      throw unreadable(
          name + " " + member.obstacle() + ", and nothing behind it was read; unpack it first");
    }
    Layer layer = new Layer(archive.format, archive.packed.stream, archive.members, expansion);
    archive.current = layer;
    return open(
        new Packed(name, layer, member.asOf(archive.packed.asOf), archive.packed.compressions));
  }

  private @Nullable Member nextMember(OpenArchive archive) {
    try {
      return archive.members.next();
    } catch (IOException | RuntimeException broken) {
      archives.remove(archive);
      if (raw.isInterrupted()) {
        return null;
      }
      IOException why = Layer.explain(archive.format, archive.packed.stream, broken);
      throw unreadToItsEnd(archive.packed.name, why);
    }
  }

  private static WinnowException unreadToItsEnd(String name, IOException why) {
    return new WinnowException(
        ErrorCode.INPUT_NOT_READABLE,
        name + " could not be read to its end (" + why.getMessage() + ")",
        why);
  }

  /** The number of members of archives that were met. */
  public long members() {
    return members;
  }

  /** How many of them were left out because they are empty or no text. */
  public long leftOut() {
    return leftOut;
  }

  /** The name of the first that was left out; empty if there is none. */
  public String firstLeftOut() {
    return firstLeftOut;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
