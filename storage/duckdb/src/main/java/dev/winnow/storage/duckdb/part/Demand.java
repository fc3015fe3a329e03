package dev.winnow.storage.duckdb.part;

/**
 * What others wanted of an engine so far.
 *
 * @param questions how many they asked
 * @param appends how often they added rows
 */
public record Demand(long questions, long appends) {}
