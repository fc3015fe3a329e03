package dev.winnow.server.backup;

import dev.winnow.storage.SnapshotFile;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A backup of a moment. It must be written, as it holds files and a place until then. */
public final class Backup {
  private static final int END_BLOCKS = 2;

  private final List<SnapshotFile> files;
  private final Instant time;
  private final Runnable end;

  /**
   * A backup of files that are open.
   *
   * @param end told when they are not needed any more
   */
  Backup(List<SnapshotFile> files, Instant time, Runnable end) {
    this.files = files;
    this.time = time;
    this.end = end;
  }

  /**
   * Writes the archive, as fast as it is taken. Once only.
   *
   * @throws IOException if it is not taken any more
   */
  public void writeTo(OutputStream out) throws IOException {
    try {
      Checksums sums = new Checksums();
      byte[] manifest = manifest().json();
      write(Manifest.NAME, manifest.length, sums, out, piece -> piece.write(manifest));
      for (SnapshotFile file : files) {
        write(file.name(), file.bytes(), sums, out, file::writeTo);
      }
      byte[] text = sums.text();
      write(Checksums.NAME, text.length, new Checksums(), out, piece -> piece.write(text));
      out.write(new byte[END_BLOCKS * TarHeader.BLOCK_BYTES]);
      out.flush();
    } finally {
      end.run();
    }
  }

  private Manifest manifest() {
    SequencedMap<String, Long> sizes = new LinkedHashMap<>();
    files.forEach(file -> sizes.put(file.name(), file.bytes()));
    String version = Backup.class.getPackage().getImplementationVersion();
    return new Manifest(version == null ? "" : version, time.toString(), sizes);
  }

  /** What a file holds. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void write(String name, long bytes, Checksums sums, OutputStream out, Content content)
      throws IOException {
    out.write(new TarHeader(name, bytes).block(time.getEpochSecond()));
    MessageDigest digest = Checksums.digest();
    content.writeTo(new DigestOutputStream(out, digest));
    sums.add(name, digest);
    out.write(new byte[TarHeader.padding(bytes)]);
  }
}
