package dev.winnow.pipeline;

/**
 * That a submission is durable.
 *
 * @param accepted the records that were taken, repeated ones included
 * @param duplicates those of them that had been stored before, by the same request sent earlier
 * @param overQuota those of them that were counted, and not kept, as a quota had no room
 */
public record Receipt(long accepted, long duplicates, long overQuota) {
  static final Receipt NOTHING = new Receipt(0, 0, 0);
}
