package dev.winnow.server.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where followed files may lie. Who may write to a directory of logs could else have any file of
 * the machine read that the server may read, by a link to it.
 */
final class LinkRule {
  private final List<Path> directories;

  /** A rule that allows what lies below some directories, and below some others. */
  LinkRule(List<Path> starts, List<String> targets) {
    directories = Stream.concat(starts.stream(), targets.stream().map(Path::of)).toList();
  }

  /** Whether a file may lie at a path that has no links in it. */
  boolean allows(Path real) {
    return directories.stream().anyMatch(directory -> isBelow(directory, real));
  }

  private static boolean isBelow(Path directory, Path real) {
    try {
      return real.startsWith(directory.toRealPath());
    } catch (IOException absent) {
      return false;
    }
  }
}
