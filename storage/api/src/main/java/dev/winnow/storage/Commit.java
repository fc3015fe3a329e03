package dev.winnow.storage;

/**
 * That a batch is durable.
 *
 * @param sequence its place in the order of all commits of the store; from 1 on
 * @param isDuplicate whether a batch of the same id had been committed before, so that this one had
 *     no effect; the sequence is then that of the first
 */
public record Commit(long sequence, boolean isDuplicate) {}
