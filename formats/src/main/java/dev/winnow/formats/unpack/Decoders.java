package dev.winnow.formats.unpack;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.winnow.formats.input.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** What undoes each compression and encoding. All read several frames one behind another. */
final class Decoders {
  private static final int BUFFER_BYTES = 64 << 10;

  /** What {@code xz -9} needs. */
  private static final int MAX_XZ_KIBIBYTES = 66 << 10;

  private Decoders() {}

  /** A stream of what {@code in} was made of. */
  static InputStream open(Content content, InputStream in) throws IOException {
    return switch (content) {
      case GZIP -> new GzipStream(in);
      case ZSTD -> new ZstdInputStreamNoFinalizer(in);
      case XZ -> new Piecewise(new XZInputStream(buffered(in), MAX_XZ_KIBIBYTES));
      case BZIP2 -> new Piecewise(new BZip2CompressorInputStream(buffered(in), true));
      case LZ4 -> new Piecewise(new FramedLZ4CompressorInputStream(buffered(in), true));
      case UTF16LE -> new Utf16Stream(in, false);
      case UTF16BE -> new Utf16Stream(in, true);
      default -> throw new IllegalArgumentException(content + " is not encoded");
    };
  }

  static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER_BYTES);
  }
}
