package dev.winnow.server.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BodyStreamTest {
  private static final Duration NO_TIME = Duration.ZERO;

  private final AtomicInteger resumed = new AtomicInteger();
  private final BodyBudget budget = new BodyBudget(2 * BodyStream.WINDOW, NO_TIME);
  private final BodyStream stream = stream();

  private BodyStream stream() {
    return new BodyStream(budget.share(), () -> {}, resumed::incrementAndGet);
  }

  private boolean hasRoomFor(int bytes) {
    try (BodyBudget.Share other = budget.share()) {
      return other.take(bytes);
    }
  }

  private String next() {
    return new String(stream.next(NO_TIME), UTF_8);
  }

  @Test
  void givesWhatCameInItsOrderAndThenTheEnd() {
    stream.add(Buffer.buffer("one"));
    stream.add(Buffer.buffer("two"));
    stream.complete();

    assertThat(next()).isEqualTo("one");
    assertThat(next()).isEqualTo("two");
    assertThat(stream.isOver()).isFalse();
    assertThat(next()).isEmpty();
    assertThat(stream.isOver()).isTrue();
  }

  @Test
  void tellsNothingComingFromTheEnd() {
    assertThat(next()).isEmpty();
    assertThat(stream.isOver()).isFalse();
  }

  @Test
  void wantsNoMoreThanAWindowUntilAllOfItIsTaken() {
    Buffer half = Buffer.buffer(new byte[BodyStream.WINDOW / 2]);

    assertThat(stream.add(half)).isTrue();
    assertThat(stream.add(half)).isFalse();
    var _ = stream.next(NO_TIME);
    assertThat(resumed).hasValue(0);
    var _ = stream.next(NO_TIME);
    assertThat(resumed).hasValue(1);
    assertThat(stream.add(half)).isTrue();
  }

  @Test
  void takesRoomOnlyWhileBytesWait() {
    stream.add(Buffer.buffer("one"));
    assertThat(hasRoomFor(2 * BodyStream.WINDOW - 3)).isTrue();
    assertThat(hasRoomFor(2 * BodyStream.WINDOW - 2)).isFalse();

    assertThat(next()).isEqualTo("one");
    assertThat(hasRoomFor(2 * BodyStream.WINDOW)).isTrue();
  }

  @Test
  void givesRoomBackWhereTheSenderBreaksOff() {
    stream.add(Buffer.buffer("one"));
    stream.breakOff();
    stream.add(Buffer.buffer("two"));
    assertThat(hasRoomFor(2 * BodyStream.WINDOW)).isTrue();

    assertThat(next()).isEqualTo("one");
    assertThat(hasRoomFor(2 * BodyStream.WINDOW)).isTrue();
  }

  @Test
  void wantsNoMoreThanOneChunkWhereThereIsNoRoom() {
    try (BodyBudget.Share others = budget.share()) {
      assertThat(others.take(2 * BodyStream.WINDOW)).isTrue();

      assertThat(stream.add(Buffer.buffer("one"))).isFalse();
      assertThat(next()).isEqualTo("one");
      assertThat(resumed).hasValue(1);
      assertThat(hasRoomFor(1)).isFalse();
    }
    assertThat(stream.add(Buffer.buffer("two"))).isTrue();
  }

  @Test
  void failsWhereTheSenderBrokeOff() {
    stream.add(Buffer.buffer("one"));
    assertThat(stream.isBrokenOff()).isFalse();
    stream.breakOff();

    assertThat(stream.isBrokenOff()).isTrue();
    assertThat(next()).isEqualTo("one");
    assertThatThrownBy(this::next).hasMessage("the body is not complete");
  }
}
