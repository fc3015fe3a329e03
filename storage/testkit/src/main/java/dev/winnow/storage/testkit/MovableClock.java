package dev.winnow.storage.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MovableClock implements InstantSource {
  private volatile Instant now;

  public MovableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void moveTo(Instant moment) {
    now = moment;
  }

  public void advance(Duration duration) {
    moveTo(now.plus(duration));
  }
}
