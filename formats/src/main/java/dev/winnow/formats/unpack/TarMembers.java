package dev.winnow.formats.unpack;

import dev.winnow.formats.input.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The files in a tar archive: of old Unix, POSIX (ustar and pax) or GNU. Links, devices and
 * directories are passed over, and so are files with holes.
 */
final class TarMembers extends Archive {
  /*
   * An archive is blocks of 512 bytes. A header tells name, size, time and type of what follows it; an
   * entry of type L or x holds a longer name, or other values, for the entry behind it. A block of zeros
   * ends it. Of an entry that describes another, no more than MAX_DESCRIPTION bytes are read.
   */
  private static final int BLOCK = Content.HEADER;
  private static final int MAX_DESCRIPTION = 64 << 10;
  private static final int NAME = 0;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE = 124;
  private static final int MODIFIED = 136;
  private static final int NUMBER_LENGTH = 12;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final byte[] POSIX_MAGIC = {'u', 's', 't', 'a', 'r', 0};
  private static final int PREFIX = 345;
  private static final int PREFIX_LENGTH = 155;

  private final InputStream in;
  private final byte[] header = new byte[BLOCK];
  private long left;
  private int padding;
  private String longName = "";
  private TarExtension extension = TarExtension.NONE;
  private boolean ended;

  TarMembers(InputStream in) {
    this.in = in;
  }

  @Override
  @Nullable Member next() throws IOException {
    while (readHeader()) {
      byte type = header[TYPE];
      if (type == 'L') {
        longName = text(readDescription());
      } else if (type == 'x') {
        extension = TarExtension.of(readDescription());
      } else if (type != 'K' && type != 'g') {
        Member member = member();
        longName = "";
        extension = TarExtension.NONE;
        if ((type == '0' || type == 0 || type == '7') && !member.name().endsWith("/")) {
          return member;
        }
      }
    }
    return null;
  }

  /** Reads the next header; false at the end. */
  private boolean readHeader() throws IOException {
    if (ended) {
      return false;
    }
    passOver(left + padding);
    readFully(header);
    if (isZero(header)) {
      end();
      return false;
    }
    if (!Content.isTarHeader(header, 0, BLOCK)) {
      throw new ZipException("no tar header");
    }
    left = extension.size() >= 0 ? extension.size() : number(SIZE, NUMBER_LENGTH);
    if (left < 0) {
      throw new ZipException("size below zero");
    }
    padding = (int) (-left & BLOCK - 1);
    return true;
  }

  /**
   * Reads what pads the archive, so that what it was compressed with can tell whether it is intact.
   */
  private void end() throws IOException {
    ended = true;
    left = 0;
    while (in.read(header, 0, BLOCK) >= 0) {
      // Nothing in it is of use.
    }
  }

  private Member member() {
    String name = extension.path().isEmpty() ? longName : extension.path();
    if (name.isEmpty()) {
      boolean prefixed =
          Arrays.equals(
              header, MAGIC, MAGIC + POSIX_MAGIC.length, POSIX_MAGIC, 0, POSIX_MAGIC.length);
      String prefix = prefixed ? field(PREFIX, PREFIX_LENGTH) : "";
      name = (prefix.isEmpty() ? "" : prefix + "/") + field(NAME, NAME_LENGTH);
    }
    long seconds = Math.clamp(number(MODIFIED, NUMBER_LENGTH), 0, Integer.MAX_VALUE);
    return new Member(name, Instant.ofEpochSecond(seconds));
  }

  private byte[] readDescription() throws IOException {
    byte[] description = new byte[(int) Math.min(left, MAX_DESCRIPTION)];
    readFully(description);
    left -= description.length;
    return description;
  }

  private void readFully(byte[] target) throws IOException {
    if (in.readNBytes(target, 0, target.length) < target.length) {
      throw new EOFException("in a header");
    }
  }

  private void passOver(long bytes) throws IOException {
    byte[] skipped = new byte[(int) Math.min(bytes, MAX_DESCRIPTION)];
    long rest = bytes;
    while (rest > 0) {
      int read = in.read(skipped, 0, (int) Math.min(rest, skipped.length));
      if (read < 0) {
        throw new EOFException("in a member");
      }
      rest -= read;
    }
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** A number in octal digits, or in binary if the first bit is set. */
  private long number(int from, int length) {
    boolean binary = (header[from] & 0x80) != 0;
    long number = 0;
    for (int i = from; i < from + length; i++) {
      byte b = header[i];
      if (binary) {
        number = number << 8 | (i == from ? b & 0x7f : b & 0xff);
      } else if (b >= '0' && b <= '7') {
        number = number * 8 + b - '0';
      }
    }
    return number;
  }

  private String field(int from, int length) {
    return text(Arrays.copyOfRange(header, from, from + length));
  }

  /** The text up to the first zero. */
  private static String text(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = in.read(target, from, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("in a member");
    }
    left -= read;
    return read;
  }
}
