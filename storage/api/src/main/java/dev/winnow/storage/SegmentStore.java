package dev.winnow.storage;

import java.util.List;

/** The pieces that a store's records are kept in, so that old ones can go. */
public interface SegmentStore {
  /** All pieces, the oldest first. */
  List<Segment> segments();

  /**
   * Drops a sealed piece with its records and counts, and frees its disk. One that is gone already
   * is no failure; queries that read it end well.
   */
  void drop(String segmentName);
}
