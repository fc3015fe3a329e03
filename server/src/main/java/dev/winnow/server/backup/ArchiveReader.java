package dev.winnow.server.backup;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Unpacks the archive of a backup, of which nothing is trusted: it may hold what its manifest says,
 * in that order, and nothing else.
 */
final class ArchiveReader {
  private static final int PIECE_BYTES = 64 << 10;

  private final InputStream in;
  private final LongConsumer progress;
  private final Checksums sums = new Checksums();
  private long read;

  /**
   * A reader of an archive.
   *
   * @param progress told how many bytes were read so far
   */
  ArchiveReader(InputStream in, LongConsumer progress) {
    this.in = in;
    this.progress = progress;
  }

  /**
   * Writes all files below a directory that is empty. What is there after a failure is not all.
   *
   * @throws WinnowException {@code backup_unusable} if the archive is not whole
   * @throws IOException if a file cannot be written
   */
  Manifest unpack(Path directory) throws IOException {
    Manifest manifest = Manifest.of(text(Manifest.NAME, Manifest.MAX_BYTES, sums));
    demandRoom(manifest, directory);
    for (Map.Entry<String, Long> file : manifest.files().entrySet()) {
      demandHeader(file.getKey(), file.getValue());
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      MessageDigest digest = Checksums.digest();
      try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        copy(file.getKey(), file.getValue(), digest, out);
      }
      sums.add(file.getKey(), digest);
    }
    byte[] expected = sums.text();
    byte[] found = text(Checksums.NAME, expected.length, new Checksums());
    if (!Arrays.equals(expected, found)) {
      throw unusable(
          "the backup is damaged, as its files do not have the checksums of " + Checksums.NAME);
    }
    if (!TarHeader.isEnd(block(Checksums.NAME))) {
      throw unusable("the backup goes on behind its end");
    }
    return manifest;
  }

  private static void demandRoom(Manifest manifest, Path directory) throws IOException {
    long usable = Files.getFileStore(directory).getUsableSpace();
    if (manifest.bytes() > usable) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE,
          "the backup holds %d bytes, and the disk of %s has %d left"
              .formatted(manifest.bytes(), directory, usable));
    }
  }

  private void demandHeader(String name, long bytes) {
    TarHeader header = TarHeader.of(block(name));
    if (!header.equals(new TarHeader(name, bytes))) {
      throw unusable(
          "the backup has '%s' of %d bytes where '%s' of %d belongs"
              .formatted(header.name(), header.bytes(), name, bytes));
    }
  }

  /** What a small file holds that is not unpacked. */
  private byte[] text(String name, int most, Checksums into) {
    TarHeader header = TarHeader.of(block(name));
    if (!header.name().equals(name) || header.bytes() < 0 || header.bytes() > most) {
      throw unusable("the backup has no " + name + " where that belongs");
    }
    byte[] text = bytes(name, (int) header.bytes());
    MessageDigest digest = Checksums.digest();
    digest.update(text);
    into.add(name, digest);
    bytes(name, TarHeader.padding(text.length));
    return text;
  }

  private byte[] block(String name) {
    return bytes(name, TarHeader.BLOCK_BYTES);
  }

  private void copy(String name, long bytes, MessageDigest digest, OutputStream out)
      throws IOException {
    for (long left = bytes; left > 0; ) {
      byte[] piece = bytes(name, (int) Math.min(left, PIECE_BYTES));
      digest.update(piece);
      out.write(piece);
      left -= piece.length;
    }
    bytes(name, TarHeader.padding(bytes));
  }

  private byte[] bytes(String name, int count) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(count);
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.INPUT_NOT_READABLE,
          "the backup cannot be read: " + failure.getMessage(),
          failure);
    }
    if (bytes.length < count) {
      throw unusable("the backup ends at '" + name + "': the rest was cut off");
    }
    read += count;
    progress.accept(read);
    return bytes;
  }

  private static WinnowException unusable(String why) {
    return new WinnowException(ErrorCode.BACKUP_UNUSABLE, why);
  }
}
