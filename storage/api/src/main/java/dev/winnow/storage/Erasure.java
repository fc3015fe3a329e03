package dev.winnow.storage;

/**
 * Which records are to be erased.
 *
 * @param selection what they have in common
 * @param lastCommit the last commit whose records are meant; what comes later stays
 */
public record Erasure(Selection selection, long lastCommit) {}
