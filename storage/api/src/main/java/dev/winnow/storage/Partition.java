package dev.winnow.storage;

import java.time.LocalDate;

/**
 * What is kept, and dropped, together.
 *
 * @param day the day of commit, in UTC
 * @param retentionClass the name of the class that says for how long
 */
public record Partition(LocalDate day, String retentionClass) {}
