package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.ControlStore;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new store for each test of a port, and what those tests share. */
public abstract class ControlStoreContract {
  /** A time to count from. */
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");

  private ControlStore store;

  /** Makes a store that nobody has used. */
  protected abstract ControlStore newStore();

  @BeforeEach
  void open() {
    store = newStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  final ControlStore store() {
    return store;
  }

  static Instant secondsAfterNoon(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  static void assertRefused(ErrorCode code, ThrowingCallable action) {
    assertThat(Assertions.catchThrowableOfType(WinnowException.class, action))
        .extracting(WinnowException::code)
        .isEqualTo(code);
  }
}
