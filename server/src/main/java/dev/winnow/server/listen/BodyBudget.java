package dev.winnow.server.listen;

import dev.winnow.pipeline.Room;
import java.time.Duration;

/** Room for the bodies of requests that are at work, shared by all ports. */
public final class BodyBudget {
  private final Room room;
  private final Duration patience;

  /**
   * Room for so many bytes; for half as many more, senders may wait.
   *
   * @param patience how long to wait for what others give back
   */
  public BodyBudget(int most, Duration patience) {
    room = new Room(most, most / 2);
    this.patience = patience;
  }

  /** All room that there is. */
  long most() {
    return room.most();
  }

  /** Takes room, unless there is not that much left, or others wait for it. */
  boolean take(long bytes) {
    return enter(bytes, 0);
  }

  /** Takes room when others have given theirs back; false if they did not in time. May block. */
  boolean await(long bytes) {
    return enter(bytes, patience.toNanos());
  }

  private boolean enter(long bytes, long nanos) {
    return bytes <= room.most() && room.enter((int) bytes, nanos);
  }

  void give(long bytes) {
    room.leave(Math.toIntExact(bytes));
  }
}
