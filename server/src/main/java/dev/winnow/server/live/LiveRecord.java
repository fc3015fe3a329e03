package dev.winnow.server.live;

import dev.winnow.storage.RecordId;
import org.jspecify.annotations.Nullable;

/** A record on its way to tails, which all share it. It may be forgotten before they take it. */
final class LiveRecord {
  private final RecordId id;
  private final int length;
  private volatile @Nullable LiveMessage message;

  LiveRecord(LiveMessage message) {
    this.id = message.cursor();
    this.length = message.json().length();
    this.message = message;
  }

  RecordId id() {
    return id;
  }

  /** The characters of the message. */
  int length() {
    return length;
  }

  /** What readers are told; null if it was forgotten. */
  @Nullable LiveMessage message() {
    return message;
  }

  void forget() {
    message = null;
  }
}
