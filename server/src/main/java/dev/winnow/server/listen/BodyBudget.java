package dev.winnow.server.listen;

import java.util.concurrent.atomic.AtomicLong;

/** Room for the bodies of requests that are at work, shared by all ports. */
public final class BodyBudget {
  private final long most;
  private final AtomicLong used = new AtomicLong();

  public BodyBudget(long most) {
    this.most = most;
  }

  /** Takes room, unless there is not that much left. */
  boolean take(long bytes) {
    if (used.addAndGet(bytes) <= most) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void give(long bytes) {
    used.addAndGet(-bytes);
  }
}
