package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.Partition;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The parts in force, and who holds them. Thread-safe. */
final class PartSet {
  private static final Comparator<PartFile> OLDEST_FIRST =
      Comparator.comparing((PartFile file) -> file.partition().day())
          .thenComparing(file -> file.partition().retentionClass())
          .thenComparingInt(PartFile::number);

  private final TreeMap<PartFile, Part> parts = new TreeMap<>(OLDEST_FIRST);

  /** Parts that were dropped or replaced, and are still attached. */
  private final Set<Part> dropped = new HashSet<>();

  /** All of them, the oldest first. */
  synchronized List<Part> all() {
    return List.copyOf(parts.values());
  }

  synchronized void put(Part part) {
    parts.put(part.file(), part);
  }

  /** The number of the last part, be it dropped or not as long as its file is there. */
  synchronized int lastNumber(Partition partition) {
    return Stream.concat(parts.keySet().stream(), dropped.stream().map(Part::file))
        .filter(file -> file.partition().equals(partition))
        .mapToInt(PartFile::number)
        .max()
        .orElse(0);
  }

  /** Puts another part in place of one. */
  synchronized void replace(Part former, Part part) {
    parts.remove(former.file());
    dropped.add(former);
    former.replace();
    parts.put(part.file(), part);
  }

  /**
   * Takes a sealed part out, if there is one.
   *
   * @throws IllegalArgumentException if the part is not sealed
   */
  synchronized Optional<Part> drop(String name) {
    Optional<Part> named =
        parts.values().stream().filter(part -> part.file().name().equals(name)).findFirst();
    if (named.isPresent() && !named.get().isSealed()) {
      throw new IllegalArgumentException(name + " is still added to");
    }
    named.ifPresent(this::drop);
    return named;
  }

  private void drop(Part part) {
    parts.remove(part.file());
    dropped.add(part);
    part.drop();
  }

  /** Dropped parts that nobody holds, for the caller to delete. */
  synchronized List<Part> takeDropped() {
    return dropped.stream().filter(Part::beginDeletion).toList();
  }

  /** Told that a dropped part is deleted. */
  synchronized void forget(Part part) {
    dropped.remove(part);
    notifyAll();
  }

  /** Waits until no part is left that was dropped or replaced; tells whether that is so. */
  synchronized boolean awaitDeletion(Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos();
        !dropped.isEmpty() && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return dropped.isEmpty();
  }

  /** Told that a dropped part could not be deleted. */
  synchronized void keep(Part part) {
    part.endDeletion();
  }

  /** Keeps some parts in place. */
  synchronized List<Part> hold(Predicate<PartView> wanted) {
    List<Part> held = parts.values().stream().filter(part -> wanted.test(part.view())).toList();
    held.forEach(Part::hold);
    return held;
  }

  /** Lets go of parts; those that were dropped, and nobody holds any more, the caller deletes. */
  synchronized List<Part> release(List<Part> held) {
    held.forEach(Part::release);
    return held.stream().filter(Part::beginDeletion).toList();
  }
}
