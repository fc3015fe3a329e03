package dev.winnow.formats.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream unpacked from the one below it. To close it closes that one too, unless it is a member
 * of an archive, which has more of them.
 */
final class Layer extends ByteStream {
  /** Begins to unpack a stream. */
  interface Opener {
    InputStream open(InputStream below) throws IOException;
  }

  private final String format;
  private final ByteStream below;
  private final Opener opener;
  private final boolean isMember;
  private final Expansion expansion;
  private @Nullable InputStream decoder;

  Layer(String format, ByteStream below, Opener opener, Expansion expansion) {
    this.format = format;
    this.below = below;
    this.opener = opener;
    this.isMember = false;
    this.expansion = expansion;
  }

  /** The current member of an archive. */
  Layer(String format, ByteStream below, Archive archive, Expansion expansion) {
    this.format = format;
    this.below = below;
    this.opener = archived -> archive;
    this.isMember = true;
    this.expansion = expansion;
  }

  @Override
  int readOn(byte[] target, int from, int length) throws IOException {
    int read;
    try {
      if (decoder == null) {
        decoder = opener.open(below);
      }
      read = decoder.read(target, from, length);
    } catch (IOException | RuntimeException broken) {
      // Decoders answer broken data with exceptions of many kinds.
      if (expansion.isInterrupted()) {
        return -1;
      }
      throw explain(format, below, broken);
    }
    if (expansion.isExceededBy(read)) {
      throw new IOException(
          "it unpacks to more than %d times its size, as a decompression bomb does"
              .formatted(expansion.limits().ratio()));
    }
    return read;
  }

  /** Says how a stream is broken from which {@code format} was read. */
  static IOException explain(String format, ByteStream below, Exception broken) {
    IOException cause = below.failure();
    if (cause != null) {
      return cause;
    }
    String how =
        below.isEnded()
            ? "the %s data are truncated at byte %d"
            : "the %s data are damaged at about byte %d";
    return new IOException(how.formatted(format, below.position()), broken);
  }

  @Override
  public void close() throws IOException {
    super.close();
    if (!isMember) {
      if (decoder != null) {
        decoder.close();
      }
      below.close();
    }
  }
}
