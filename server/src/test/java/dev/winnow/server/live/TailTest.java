package dev.winnow.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TailTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Tail tail = new Tail(LiveFilter.of(Selection.all("acme")), RecordExtent.WHOLE);

  private static RecordId id(int ordinal) {
    return new RecordId(1, ordinal, 0);
  }

  private static LiveRecord record(int ordinal) {
    return new LiveRecord(new LiveMessage(id(ordinal), "message " + ordinal));
  }

  private static String dropped(int count, int upTo) {
    return "{\"type\":\"dropped\",\"count\":%d,\"cursor\":\"%s\"}".formatted(count, id(upTo));
  }

  private List<String> take() throws InterruptedException {
    return tail.take(MOMENT).messages().stream().map(LiveMessage::json).toList();
  }

  @Test
  void givesWhatWasOfferedInOrder() throws InterruptedException {
    tail.offer(record(1));
    tail.offer(record(2));

    assertThat(take()).containsExactly("message 1", "message 2");
    assertThat(take()).isEmpty();
  }

  @Test
  void leavesOutWhatComesBeforeItsStart() throws InterruptedException {
    tail.startAt(id(2));
    IntStream.rangeClosed(1, 3).mapToObj(TailTest::record).forEach(tail::offer);

    assertThat(take()).containsExactly("message 3");
  }

  @Test
  void losesTheOldestAndTellsHowMany() throws InterruptedException {
    IntStream.range(0, Tail.MOST_WAITING + 7).mapToObj(TailTest::record).forEach(tail::offer);
    List<String> taken = new ArrayList<>();
    for (List<String> some = take(); !some.isEmpty(); some = take()) {
      taken.addAll(some);
    }

    assertThat(taken).hasSize(1 + Tail.MOST_WAITING);
    assertThat(taken.getFirst()).isEqualTo(dropped(7, 6));
    assertThat(taken.get(1)).isEqualTo("message 7");
    assertThat(taken.getLast()).isEqualTo("message " + (Tail.MOST_WAITING + 6));
  }

  @Test
  void countsWhatWasForgottenBeforeItsTurn() throws InterruptedException {
    List<LiveRecord> records = IntStream.range(0, 5).mapToObj(TailTest::record).toList();
    records.forEach(tail::offer);
    records.get(0).forget();
    records.get(1).forget();
    records.get(3).forget();

    assertThat(take()).containsExactly(dropped(2, 1), "message 2");
    assertThat(take()).containsExactly(dropped(1, 3), "message 4");
  }

  @Test
  void knowsItsPlaceOnceEverythingIsTaken() throws InterruptedException {
    tail.offer(record(1));
    tail.reach(id(9));

    assertThat(tail.place()).isNull();
    take();
    assertThat(tail.place()).isEqualTo(id(9));
  }

  @Test
  void givesNothingAfterItsEnd() {
    tail.offer(record(1));
    tail.end(new WinnowException(ErrorCode.SHUTTING_DOWN, "the server is about to end"));

    assertThatThrownBy(() -> tail.take(MOMENT)).hasMessage("the server is about to end");
  }

  @Test
  void keepsSoManyCharactersOfAllRecords() {
    RecentRecords recent = new RecentRecords();
    String half = "x".repeat(RecentRecords.MOST_CHARACTERS / 2);
    LiveMessage kept = new LiveMessage(id(2), half);
    LiveMessage forgotten = new LiveMessage(id(1), half);
    LiveRecord first = recent.add(forgotten);
    LiveRecord second = recent.add(kept);
    assertThat(first.message()).isSameAs(forgotten);

    recent.add(new LiveMessage(id(3), "x"));
    assertThat(first.message()).isNull();
    assertThat(second.message()).isSameAs(kept);

    LiveRecord tooLarge = recent.add(new LiveMessage(id(4), half + half + half));
    assertThat(tooLarge.message()).isNull();
  }
}
