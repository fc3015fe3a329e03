package dev.winnow.storage.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that only its owner may read and write. SQLite gives the files that it puts beside the
 * database the same permissions.
 */
final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /** Makes an empty file if there is none, and takes all permissions from others. */
  static void make(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory == null || !Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        return;
      }
      create(file);
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    } catch (IOException e) {
      throw SqlFailure.unusable("cannot be made or opened", e);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      // It was made by an earlier start, which is as good.
    }
  }
}
