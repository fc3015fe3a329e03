package dev.winnow.formats.unpack;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a zip archive in the order of their data. Its directory, which lies at the end, is
 * not needed, so that a pipe can be read, and a truncated file as far as it goes.
 */
final class ZipMembers extends Archive {
  /** Notes whether the end of a directory comes by, without which a zip archive is truncated. */
  private static final class DirectoryWatch extends FilterInputStream {
    private static final int DIRECTORY_END = 'P' << 24 | 'K' << 16 | 5 << 8 | 6;

    private int latest;
    private boolean seen;

    DirectoryWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      for (int i = from; i < from + read; i++) {
        latest = latest << 8 | (target[i] & 0xff);
        seen |= latest == DIRECTORY_END;
      }
      return read;
    }
  }

  private final DirectoryWatch watch;
  private final ZipArchiveInputStream zip;

  ZipMembers(InputStream in) {
    watch = new DirectoryWatch(in);
    zip =
        new ZipArchiveInputStream(
            Decoders.buffered(watch), StandardCharsets.UTF_8.name(), true, false);
  }

  @Override
  @Nullable Member next() throws IOException {
    ZipArchiveEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    if (entry == null) {
      if (!watch.seen) {
        // The library takes the end within a header for the end of the archive.
        throw new EOFException("before the directory");
      }
      return null;
    }
    FileTime modified = entry.getLastModifiedTime();
    return new Member(
        entry.getName(), modified == null ? Instant.EPOCH : modified.toInstant(), obstacle(entry));
  }

  private String obstacle(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "is encrypted";
    }
    return zip.canReadEntryData(entry) ? "" : "is packed in a way that no stream can be read in";
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    return zip.read(target, from, length);
  }
}
