package dev.winnow.storage;

/**
 * A piece of a partition that can be dropped by itself.
 *
 * @param name its name in the store
 * @param isSealed whether nothing is appended to it any more; only then may it be dropped
 * @param bytes what it takes on disk
 * @param earliest the time of its oldest record, in nanoseconds since 1970; 0 without records
 * @param latest the time of its newest record
 */
public record Segment(
    String name,
    Partition partition,
    boolean isSealed,
    long records,
    long bytes,
    long earliest,
    long latest) {}
