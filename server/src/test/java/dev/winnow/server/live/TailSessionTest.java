package dev.winnow.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TailSessionTest {
  private static final Pattern DROPPED = Pattern.compile("\"dropped\",\"count\":(\\d+)");
  private static final Selection ALL = Selection.all(SampleRecords.TENANT);

  private final LogStore store =
      new InMemoryLogStore(new MovableClock(SampleRecords.NOW), 1_000_000);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LiveTails tails = new LiveTails(store, TailSessionTest::json, registry);
  private final RecordingWire wire = new RecordingWire();

  @AfterEach
  void close() {
    tails.close();
  }

  private static String json(StoredRecord stored, RecordExtent extent) {
    return (extent.isBrief() ? "\"brief " : "\"") + stored.kept().record().body().text() + "\"";
  }

  private void watch(Selection selection, @Nullable RecordId after) {
    watch(selection, after, wire);
  }

  private void watch(Selection selection, @Nullable RecordId after, Wire reader) {
    tails.show(new TailRequest(selection, RecordExtent.WHOLE, after, () -> {}), () -> reader);
  }

  private long append(String... bodies) {
    LogRecord[] records =
        Arrays.stream(bodies)
            .map(body -> SampleRecords.record(0, "cart", SeverityNumber.INFO, body))
            .toArray(LogRecord[]::new);
    return store.writer().append(SampleRecords.batch(records)).sequence();
  }

  private static RecordId id(long sequence, int ordinal) {
    return new RecordId(sequence, ordinal, (int) SampleRecords.TODAY.day().toEpochDay());
  }

  private static String message(String body, RecordId id) {
    return "{\"type\":\"new_log\",\"data\":\"%s\",\"cursor\":\"%s\"}".formatted(body, id);
  }

  private static String cursor(RecordId place) {
    return "{\"type\":\"cursor\",\"cursor\":\"%s\"}".formatted(place);
  }

  @Test
  void showsWhatIsStoredFromNowOn() {
    append("before");
    watch(ALL, null);

    assertThat(wire.next()).isEqualTo(cursor(CommitPage.endOf(1)));
    append("first", "second");
    append("third");
    assertThat(wire.next()).isEqualTo(message("first", id(2, 0)));
    assertThat(wire.next()).isEqualTo(message("second", id(2, 1)));
    assertThat(wire.next()).isEqualTo(message("third", id(3, 0)));
  }

  @Test
  void showsWhatWasMissedThenWhatComes() {
    append("had", "missed");
    append("missed too");
    watch(ALL, id(1, 0));

    assertThat(wire.next()).isEqualTo(message("missed", id(1, 1)));
    assertThat(wire.next()).isEqualTo(message("missed too", id(2, 0)));
    assertThat(wire.next()).isEqualTo(cursor(CommitPage.endOf(2)));
    append("new");
    assertThat(wire.next()).isEqualTo(message("new", id(3, 0)));
  }

  @Test
  void showsOnlyWhatIsWanted() {
    watch(ALL.where(PredicateText.parse("service = \"cart\"")).containing("TIMEÖUT"), null);
    wire.next();
    append("all is well", "a timeöut happened");

    assertThat(wire.next()).isEqualTo(message("a timeöut happened", id(1, 1)));
  }

  @Test
  void showsEachReaderTheFormThatItWants() {
    RecordExtent brief = new RecordExtent(true, Set.of());
    RecordingWire other = new RecordingWire();
    append("missed");
    watch(ALL, id(0, 0));
    tails.show(new TailRequest(ALL, brief, id(0, 0), () -> {}), () -> other);
    for (String body : List.of("missed", "new")) {
      RecordId id = id(body.equals("new") ? 2 : 1, 0);
      assertThat(wire.next()).isEqualTo(message(body, id));
      assertThat(other.next()).isEqualTo(message("brief " + body, id));
      if (body.equals("missed")) {
        wire.next();
        other.next();
        append("new");
      }
    }
  }

  @Test
  void showsNothingOfOtherTenants() {
    watch(ALL, null);
    wire.next();
    store
        .writer()
        .append(
            SampleRecords.batch(
                "other",
                "",
                SampleRecords.TODAY,
                List.of(SampleRecords.record(0, "cart", SeverityNumber.INFO, "secret"))));
    append("own");

    assertThat(wire.next()).isEqualTo(message("own", id(2, 0)));
  }

  @Test
  void tellsASlowReaderHowManyItMissedAndHoldsUpNobody() {
    RecordingWire other = new RecordingWire();
    watch(ALL, null);
    watch(ALL, null, other);
    wire.next();
    other.next();
    wire.hold();
    append("seen");
    assertThat(wire.next()).contains("seen");
    String[] many =
        IntStream.range(0, 2 * Tail.MOST_WAITING)
            .mapToObj("n %d."::formatted)
            .toArray(String[]::new);
    append(many);
    String last = many[many.length - 1];
    other.until(last);
    wire.resume();

    List<String> told = wire.until(last);
    long dropped = told.stream().mapToLong(TailSessionTest::dropped).sum();
    long shown = told.stream().filter(each -> each.contains("new_log")).count();
    assertThat(dropped).isPositive();
    assertThat(shown + dropped).isEqualTo(many.length);
    assertThat(told.stream().map(each -> each.substring(each.lastIndexOf(':'))).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static long dropped(String message) {
    Matcher count = DROPPED.matcher(message);
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  @Test
  void tellsThatMoreWasMissedThanIsRead() {
    String[] many =
        IntStream.range(0, TailSession.MOST_CAUGHT_UP)
            .mapToObj("n %d."::formatted)
            .toArray(String[]::new);
    append("had");
    append(many);
    append("beyond");
    watch(ALL, id(1, 0));

    List<String> told = wire.until("dropped");
    assertThat(told).hasSize(many.length + 1);
    assertThat(told.getLast())
        .isEqualTo("{\"type\":\"dropped\",\"cursor\":\"%s\"}".formatted(CommitPage.endOf(3)));
  }

  @Test
  void refusesACursorThatIsAheadOfTheStore() {
    assertThatThrownBy(() -> watch(ALL, id(1, 0)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    assertThat(registry.get("winnow.live.tails").gauge().value()).isZero();
  }

  @Test
  void refusesMoreReadersOfATenantThanThereIsRoomFor() {
    for (int i = 0; i < LiveTails.MOST_PER_TENANT; i++) {
      watch(ALL, null, new RecordingWire());
    }

    assertThatThrownBy(() -> watch(ALL, null))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));
    assertThat(registry.get("winnow.live.refused").counter().count()).isEqualTo(1);
    watch(Selection.all("other"), null);
    assertThat(wire.next()).isEqualTo(cursor(CommitPage.endOf(0)));
  }

  @Test
  void saysThatItEnds() {
    watch(ALL, null);
    wire.next();
    tails.close();

    assertThat(wire.next()).startsWith("{\"type\":\"error\",\"code\":\"shutting_down\"");
    assertThatThrownBy(() -> watch(ALL, null)).hasMessage("the server is about to end");
  }

  @Test
  void endsOnceTheReaderMayNotSeeItAnyMore() {
    AtomicBoolean isRevoked = new AtomicBoolean();
    Runnable admission =
        () -> {
          if (isRevoked.get()) {
            throw new WinnowException(ErrorCode.UNAUTHENTICATED, "the token was revoked");
          }
        };
    try (LiveTails beating = beating()) {
      beating.show(new TailRequest(ALL, RecordExtent.WHOLE, null, admission), () -> wire);
      wire.until("beat");
      isRevoked.set(true);

      assertThat(wire.until("error").getLast())
          .startsWith("{\"type\":\"error\",\"code\":\"unauthenticated\"");
    }
  }

  @Test
  void givesUpAReaderThatDoesNotAnswer() {
    try (LiveTails beating = beating()) {
      beating.show(new TailRequest(ALL, RecordExtent.WHOLE, null, () -> {}), () -> wire);
      wire.until("beat");
      wire.fallSilent();

      assertThat(wire.until("error").getLast()).contains("the reader took nothing for too long");
    }
  }

  private LiveTails beating() {
    return new LiveTails(
        store, TailSessionTest::json, new SimpleMeterRegistry(), Duration.ofMillis(1));
  }

  @Test
  void beginsAnewWhenAllReadersHaveGone() {
    watch(ALL, null);
    wire.next();
    wire.close();
    wire.until("request_timeout");
    RecordingWire next = new RecordingWire();
    watch(ALL, null, next);
    next.next();
    append("new");

    assertThat(next.next()).isEqualTo(message("new", id(1, 0)));
  }
}
