package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.Partition;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a part is: {@code CLASS/DAY-NUMBER.duckdb}, or {@code CLASS/DAY-NUMBER.packed.duckdb} once
 * it was rewritten. If both are there, the second is in force.
 *
 * @param number its place among the parts of its partition, from 1 on
 */
record PartFile(Path directory, Partition partition, int number, boolean isPacked) {
  private static final String SUFFIX = ".duckdb";
  private static final String PACKED_SUFFIX = ".packed" + SUFFIX;
  private static final String MARK_SUFFIX = ".dropped";
  private static final int DAY_LENGTH = 10;

  /** Refuses a retention class that is no plain name, and so might name another directory. */
  PartFile {
    if (!partition.retentionClass().chars().allMatch(PartFile::isPlain)
        || partition.retentionClass().isEmpty()) {
      throw new IllegalArgumentException("retention class " + partition.retentionClass());
    }
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  }

  /** Where the parts of the retention class are. */
  Path folder() {
    return directory.resolve(partition.retentionClass());
  }

  /** The path of the file. */
  Path path() {
    return folder().resolve(partition.day() + "-" + number + (isPacked ? PACKED_SUFFIX : SUFFIX));
  }

  /** What is left of a part that was dropped. */
  Path mark() {
    return folder().resolve(partition.day() + "-" + number + MARK_SUFFIX);
  }

  /** The file that takes the place of this one. */
  PartFile packed() {
    return new PartFile(directory, partition, number, true);
  }

  /** The file of which this one takes the place. */
  PartFile unpacked() {
    return new PartFile(directory, partition, number, false);
  }

  /** The name among all parts. */
  String name() {
    return partition.retentionClass() + "/" + partition.day() + "-" + number;
  }

  /** The part whose file or mark this is; null if it is another kind of file. */
  static @Nullable PartFile of(Path directory, Path file) {
    String name = file.getFileName().toString();
    String suffix =
        Stream.of(PACKED_SUFFIX, SUFFIX, MARK_SUFFIX)
            .filter(name::endsWith)
            .findFirst()
            .orElse(name);
    int end = name.length() - suffix.length();
    if (end < DAY_LENGTH + 2) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(name.substring(0, DAY_LENGTH));
      int number = Integer.parseInt(name.substring(DAY_LENGTH + 1, end));
      String retentionClass = directory.relativize(file.getParent()).toString();
      Partition partition = new Partition(day, retentionClass);
      return new PartFile(directory, partition, number, suffix.equals(PACKED_SUFFIX));
    } catch (DateTimeException | IllegalArgumentException foreign) {
      return null;
    }
  }
}
