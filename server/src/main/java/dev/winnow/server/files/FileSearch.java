package dev.winnow.server.files;

import dev.winnow.server.config.FilesConfig;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for what lies at the paths that are to be followed. */
final class FileSearch {
  /** A search that finds more than this has looked at enough. */
  static final int MAX_LOOKED_AT = 100_000;

  private static final int MAX_DEPTH = 16;

  private final int mostLookedAt;
  private final List<String> patterns;
  private final List<PathMatcher> included;
  private final List<PathMatcher> excluded;
  private final Set<Path> cutShort = new TreeSet<>();

  FileSearch(FilesConfig config) {
    this(config, MAX_LOOKED_AT);
  }

  FileSearch(FilesConfig config, int mostLookedAt) {
    this.mostLookedAt = mostLookedAt;
    patterns = config.paths();
    included = matchers(config.paths());
    excluded = matchers(config.exclude());
  }

  private static List<PathMatcher> matchers(List<String> patterns) {
    return patterns.stream()
        .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
        .toList();
  }

  /** The directories below which everything lies. */
  List<Path> starts() {
    return patterns.stream().map(pattern -> start(Path.of(pattern))).distinct().toList();
  }

  /** The directories of which the last search did not see all. */
  Set<Path> cutShort() {
    return cutShort;
  }

  /** Everything that lies there, whatever it is, in order. */
  Set<Path> find() {
    Set<Path> found = new TreeSet<>();
    cutShort.clear();
    for (String pattern : patterns) {
      Path start = start(Path.of(pattern));
      int depth =
          pattern.contains("**")
              ? MAX_DEPTH
              : Path.of(pattern).getNameCount() - start.getNameCount();
      walk(start, depth, found);
    }
    return found;
  }

  /** The directory below which all paths of a pattern lie. */
  private static Path start(Path pattern) {
    Path start = pattern.getRoot();
    for (int i = 0; i < pattern.getNameCount() - 1; i++) {
      String name = pattern.getName(i).toString();
      if (Stream.of("*", "?", "[", "{", "\\").anyMatch(name::contains)) {
        return start;
      }
      start = start.resolve(name);
    }
    return start;
  }

  private void walk(Path start, int depth, Set<Path> found) {
    try {
      Files.walkFileTree(
          start,
          Set.of(),
          depth,
          new SimpleFileVisitor<>() {
            private int lookedAt;

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (isWanted(path)) {
                found.add(path);
              }
              if (++lookedAt < mostLookedAt) {
                return FileVisitResult.CONTINUE;
              }
              cutShort.add(start);
              return FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException impossible) {
      throw new IllegalStateException("a visitor that never fails has failed", impossible);
    }
  }

  private boolean isWanted(Path path) {
    return included.stream().anyMatch(each -> each.matches(path))
        && excluded.stream().noneMatch(each -> each.matches(path));
  }
}
