package dev.winnow.formats.journal;

import dev.winnow.kernel.record.LogRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the entries of a journal, as their bytes come. Not thread-safe. */
public final class JournalDecoder {
  /** The most fields of an entry; a journal takes as many. */
  private static final int MAX_FIELDS = 1024;

  /** An entry holds so many values of the largest size; the other fields are dropped. */
  private static final int LARGEST_VALUES = 4;

  private final int maxEntryBytes;
  private final JournalFields fields;
  private final JournalPlaces places = new JournalPlaces();
  private Map<String, List<String>> entry = new LinkedHashMap<>();
  private int fieldCount;
  private int characters;
  private int dropped;
  private boolean isCut;
  private LogRecord record = LogRecord.builder().build();
  private String cursor = "";
  private int size;
  private long cut;

  /** A decoder of entries of which each value may be so long; what is beyond is cut. */
  public JournalDecoder(int maxValueBytes) {
    fields = new JournalFields(maxValueBytes);
    maxEntryBytes = LARGEST_VALUES * maxValueBytes;
  }

  /** Adds bytes that came. To be called when {@link #next} has no more. */
  public void add(byte[] bytes) {
    fields.add(bytes);
  }

  /**
   * Goes on to the next entry; false if it is not all there yet.
   *
   * @throws dev.winnow.kernel.WinnowException if what comes is none, with {@code
   *     MALFORMED_REQUEST}; nothing that follows can be understood then
   */
  public boolean next() {
    while (true) {
      switch (fields.next()) {
        case FIELD -> keep();
        case MORE -> {
          return false;
        }
        case END_OF_ENTRY -> {
          if (finish()) {
            return true;
          }
        }
      }
    }
  }

  private void keep() {
    boolean hasRoom =
        fieldCount < MAX_FIELDS && characters + fields.value().length() <= maxEntryBytes;
    isCut |= fields.isCut() || !hasRoom;
    if (hasRoom) {
      fieldCount++;
      characters += fields.name().length() + fields.value().length();
      entry.computeIfAbsent(fields.name(), any -> new ArrayList<>(1)).add(fields.value());
    } else {
      dropped += dropped < Integer.MAX_VALUE ? 1 : 0;
    }
  }

  /**
   * Goes on to the entry that nothing ended, at the end; false if there is none.
   *
   * @throws dev.winnow.kernel.WinnowException if it ends within a field, with {@code
   *     MALFORMED_REQUEST}; somebody may have cut it off there
   */
  public boolean end() {
    fields.requireWhole();
    return finish();
  }

  private boolean finish() {
    if (entry.isEmpty()) {
      return false;
    }
    cursor = JournalPlaces.cursor(entry);
    record = places.arrange(entry).droppedAttributesCount(dropped).build();
    size = characters;
    cut += isCut ? 1 : 0;
    entry = new LinkedHashMap<>();
    fieldCount = 0;
    characters = 0;
    dropped = 0;
    isCut = false;
    return true;
  }

  /** The entry. */
  public LogRecord record() {
    return record;
  }

  /** By which the journal finds the entry again; empty if it does not say. */
  public String cursor() {
    return cursor;
  }

  /** The characters of the entry. */
  public int size() {
    return size;
  }

  /** How many entries were cut. */
  public long cut() {
    return cut;
  }
}
