package dev.winnow.server.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last records of a tenant that some tail wanted, so many characters of them. */
final class RecentRecords {
  /** The characters of all messages together; a second or more of heavy traffic. */
  static final int MOST_CHARACTERS = 8 << 20;

  private final Deque<LiveRecord> records = new ArrayDeque<>();
  private long characters;

  /** Adds a message, for which the oldest are forgotten where there is no room. */
  LiveRecord add(LiveMessage message) {
    LiveRecord record = new LiveRecord(message);
    records.add(record);
    characters += record.length();
    while (characters > MOST_CHARACTERS) {
      LiveRecord oldest = records.removeFirst();
      oldest.forget();
      characters -= oldest.length();
    }
    return record;
  }
}
