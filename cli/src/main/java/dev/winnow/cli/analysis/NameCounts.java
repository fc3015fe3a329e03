package dev.winnow.cli.analysis;

import dev.winnow.kernel.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In how many records a name occurs, for the first names of a log up to a limit. Log text decides
 * what the names are, so there is one.
 */
public final class NameCounts {
  /** A name and the number of records that have it. */
  public record Count(String name, long records) {}

  private static final class Entry {
    final byte[] name;
    final int number;
    long records;
    long lastRecord;

    Entry(byte[] name, int number) {
      this.name = name;
      this.number = number;
    }
  }

  static final int UNCOUNTED = -1;

  private static final int MAX_NAMES = 1000;
  private static final int SLOTS = 4096;
  private static final int MAX_NAME_BYTES = 200;

  private final @Nullable Entry[] slots = new @Nullable Entry[SLOTS];
  private int size;
  private long uncounted;

  /**
   * Counts a name in a record; a second time in the same record it has no effect.
   *
   * @return the number of the name, or {@link #UNCOUNTED} if the limit is reached
   */
  int add(byte[] in, int from, int to, long record) {
    Entry entry = entry(in, from, Math.min(to, from + MAX_NAME_BYTES));
    if (entry == null) {
      uncounted++;
      return UNCOUNTED;
    }
    if (entry.lastRecord != record) {
      entry.lastRecord = record;
      entry.records++;
    }
    return entry.number;
  }

  /** Adds the counts of another, and returns the number here for each number there. */
  int[] add(NameCounts other) {
    int[] numbers = new int[other.size];
    uncounted += other.uncounted;
    Arrays.stream(other.slots)
        .filter(entry -> entry != null)
        .sorted(Comparator.comparingInt(entry -> entry.number))
        .forEach(theirs -> {
          Entry ours = entry(theirs.name, 0, theirs.name.length);
          uncounted += ours == null ? theirs.records : 0;
          numbers[theirs.number] = ours == null ? UNCOUNTED : ours.number;
          if (ours != null) {
            ours.records += theirs.records;
          }
        });
    return numbers;
  }

  private @Nullable Entry entry(byte[] in, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + in[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    for (Entry entry = slots[slot]; entry != null; entry = slots[slot]) {
      if (Arrays.equals(entry.name, 0, entry.name.length, in, from, to)) {
        return entry;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size == MAX_NAMES) {
      return null;
    }
    slots[slot] = new Entry(Arrays.copyOfRange(in, from, to), size++);
    return slots[slot];
  }

  /** The name of a number, without the secrets in it. */
  public String name(int number) {
    Redactor redactor = new Redactor();
    return Arrays.stream(slots)
        .filter(entry -> entry != null && entry.number == number)
        .map(entry -> redactor.redact(new String(entry.name, StandardCharsets.UTF_8)))
        .findFirst()
        .orElse("");
  }

  /** The number of names. */
  public int size() {
    return size;
  }

  /** How often a name was not counted, as the limit was reached. */
  public long uncounted() {
    return uncounted;
  }

  /**
   * The names without the secrets in them, the most frequent first, and among equals in the order
   * of the log.
   */
  public List<Count> mostFrequent() {
    Redactor redactor = new Redactor();
    return Arrays.stream(slots)
        .filter(entry -> entry != null)
        .sorted(
            Comparator.comparingLong((Entry entry) -> -entry.records)
                .thenComparingInt(entry -> entry.number))
        .map(entry ->
            new Count(
                redactor.redact(new String(entry.name, StandardCharsets.UTF_8)), entry.records))
        .toList();
  }
}
