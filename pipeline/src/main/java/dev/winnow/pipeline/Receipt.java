package dev.winnow.pipeline;

/**
 * That a submission is durable.
 *
 * @param accepted the records that were taken, repeated ones included
 * @param duplicates those of them that had been stored before, by the same request sent earlier
 */
public record Receipt(long accepted, long duplicates) {}
