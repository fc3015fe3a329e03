package dev.winnow.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:30Z");
  private static final long NOW_NANOS = NOW.getEpochSecond() * 1_000_000_000L;

  private final SelectionReader reader = new SelectionReader("acme", NOW);

  @Test
  void selectsEverythingWithoutParameters() {
    assertThat(reader.query("").services(List.of("")).levels(List.of()).selection())
        .isEqualTo(Selection.all("acme"));
  }

  @Test
  void joinsAllConditions() {
    Selection selection =
        reader
            .query("attributes.user = 7")
            .services(List.of("cart", "checkout"))
            .levels(List.of("error"))
            .traceId("0AF7651916CD43DD8448EB211C80319C")
            .templateId("00000000000000ff")
            .search("Café")
            .selection();

    assertThat(PredicateText.write(selection.where()))
        .isEqualTo(
            "attributes.user = 7 and (resource.service.name = cart or resource.service.name ="
                + " checkout) and level = error and trace_id = 0af7651916cd43dd8448eb211c80319c and"
                + " template_id = 00000000000000ff");
    assertThat(selection.text()).isEqualTo("Café");
  }

  @Test
  void takesWhatLooksLikeAQueryAsANameOnly() {
    Selection selection = reader.services(List.of("x' or 1=1 --")).selection();

    assertThat(PredicateText.write(selection.where()))
        .isEqualTo("resource.service.name = \"x' or 1=1 --\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z, 1795262400000000000",
    "2026-11-21T13:00:00.000000001+01:00, 1795262400000000001",
    "2026-11-21t13:00:00 01:00, 1795262400000000000",
    "1795262400, 1795262400000000000",
    "1795262400123, 1795262400123000000",
    "1795262400123456, 1795262400123456000",
    "1795262400123456789, 1795262400123456789",
    "30s, 1795262400000000000",
    "0, 0",
    "99999w, 0",
  })
  void readsTimes(String text, long nanos) {
    assertThat(reader.startTime(text).selection().time())
        .isEqualTo(new TimeSpan(nanos, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "-1",
        "1.5",
        "2026-11-21",
        "2026-13-01T00:00:00Z",
        "2400-01-01T00:00:00Z",
        "5y",
        "99999999999999999999",
        "9999999999999999999",
        "1e9",
        "٣"
      })
  void refusesWhatIsNoTime(String text) {
    refuses(
        with -> with.endTime(text),
        "end_time is '"
            + (text.length() > 100 ? text.substring(0, 100) + "..." : text)
            + "', and a time from 1970 to 2262 as 2026-11-21T10:00:00Z, as a number since 1970 in"
            + " s, ms, us or ns, or as a time ago such as 15m, 2h or 7d is allowed");
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    refuses(
        with -> with.startTime("1795262400").endTime("1795262399").selection(),
        "start_time is '2026-11-21T12:00:00.000000000Z', and a time before end_time, which is"
            + " 2026-11-21T11:59:59.000000000Z, is allowed");
  }

  @Test
  void namesTheParameterThatIsWrong() {
    Parameter start = new Parameter("base_start", "1795262400");

    refuses(
        with -> with.start(new Parameter("base_start", "now")),
        "base_start is 'now', and a time from 1970 to 2262 as 2026-11-21T10:00:00Z, as a number"
            + " since 1970 in s, ms, us or ns, or as a time ago such as 15m, 2h or 7d is allowed");
    refuses(
        with -> with.start(start).end(new Parameter("base_end", "1795262399")).selection(),
        "base_start is '2026-11-21T12:00:00.000000000Z', and a time before base_end, which is"
            + " 2026-11-21T11:59:59.000000000Z, is allowed");
  }

  @Test
  void endsWithThisMinuteUnlessItIsGiven() {
    long nextMinute = NOW_NANOS + Duration.ofSeconds(30).toNanos();
    long hour = Duration.ofHours(1).toNanos();

    assertThat(reader.recent(Duration.ofHours(1)).time())
        .isEqualTo(new TimeSpan(nextMinute - hour, nextMinute));
    assertThat(reader.endTime("1m").recent(Duration.ofHours(1)).time())
        .isEqualTo(
            new TimeSpan(
                NOW_NANOS - Duration.ofMinutes(61).toNanos(),
                NOW_NANOS - Duration.ofMinutes(1).toNanos()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loud", "2", "[error]", " "})
  void refusesUnknownLevels(String level) {
    refuses(
        with -> with.levels(List.of("error", level)),
        "level is '" + level + "', and one of trace, debug, info, warn, error, fatal is allowed");
  }

  @Test
  void refusesIdsThatAreNone() {
    refuses(
        with -> with.traceId("12"),
        "trace_id is '12', and a trace id of 32 hexadecimal digits, not all 0, is allowed");
    refuses(
        with -> with.templateId("xyz"),
        "template_id is 'xyz', and the 16 hexadecimal digits of a template id is allowed");
  }

  @Test
  void refusesTextsThatAreTooLong() {
    refuses(
        with -> with.search("x".repeat(1025)),
        "search is '" + "x".repeat(100) + "...', and a text of at most 1024 characters is allowed");
  }

  @Test
  void saysWhereAQueryIsWrong() {
    assertThatThrownBy(() -> reader.query("level ="))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PREDICATE))
        .hasMessageStartingWith("predicate at character 8: ");
  }

  private void refuses(Consumer<SelectionReader> use, String message) {
    assertThatThrownBy(() -> use.accept(new SelectionReader("acme", NOW)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER))
        .hasMessage(message);
  }
}
