package dev.winnow.pipeline;

import dev.winnow.storage.Segment;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClasses;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Drops what is older than its retention class allows, and what is more. Only whole sealed pieces
 * go, the oldest first; what is still appended to counts for the size, and stays.
 */
public final class Retention {
  private final SegmentStore store;
  private final Supplier<RetentionClasses> classes;
  private final InstantSource clock;

  /**
   * Retention of the pieces of a store.
   *
   * @param classes what is kept for how long, as it is by now
   */
  public Retention(SegmentStore store, Supplier<RetentionClasses> classes, InstantSource clock) {
    this.store = store;
    this.classes = classes;
    this.clock = clock;
  }

  /** Drops what has fallen out of its class; the pieces that were dropped, in their order. */
  public List<Segment> apply() {
    RetentionClasses current = classes.get();
    Instant now = clock.instant();
    Map<String, List<Segment>> byClass = new HashMap<>();
    for (Segment segment : store.segments()) {
      RetentionClass retention = classOf(segment, current);
      byClass.computeIfAbsent(retention.name(), name -> new ArrayList<>()).add(segment);
    }
    List<Segment> dropped = new ArrayList<>();
    for (RetentionClass retention : current.inOrder()) {
      dropped.addAll(apply(retention, byClass.getOrDefault(retention.name(), List.of()), now));
    }
    return dropped;
  }

  /** The class of a piece; one that does not exist any more is as the default. */
  private static RetentionClass classOf(Segment segment, RetentionClasses current) {
    return current.inOrder().stream()
        .filter(retention -> retention.name().equals(segment.partition().retentionClass()))
        .findFirst()
        .orElseGet(() -> current.inOrder().getLast());
  }

  private List<Segment> apply(RetentionClass retention, List<Segment> segments, Instant now) {
    Long maxBytes = retention.maxBytes();
    long bytes = segments.stream().mapToLong(Segment::bytes).sum();
    List<Segment> dropped = new ArrayList<>();
    for (Segment segment : segments) {
      boolean isOver = maxBytes != null && bytes > maxBytes;
      if (segment.isSealed() && (isOver || isTooOld(segment, now.minus(retention.maxAge())))) {
        store.drop(segment.name());
        bytes -= segment.bytes();
        dropped.add(segment);
      }
    }
    return dropped;
  }

  /**
   * Whether all of a piece is too old: its records, and the day of their commit, as a source may
   * have sent what happened long before.
   */
  private static boolean isTooOld(Segment segment, Instant oldest) {
    Instant latest = Instant.ofEpochSecond(0, segment.latest());
    Instant committed = segment.partition().day().atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
    return latest.isBefore(oldest) && committed.isBefore(oldest);
  }
}
