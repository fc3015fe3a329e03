package dev.winnow.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampScannerTest {
  private final TimestampScanner scanner =
      new TimestampScanner(Instant.parse("2026-11-21T12:00:00Z"));

  /** In Berlin, clocks go from 2 to 3 on 29 March 2026, and from 3 back to 2 on 25 October. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21 10:00:00, 2026-11-21T09:00:00Z",
    "2026-11-21 10:00:00Z, 2026-11-21T10:00:00Z",
    "2026-11-21 10:00:00 -0500, 2026-11-21T15:00:00Z",
    "Jul  1 10:00:00, 2026-07-01T08:00:00Z",
    "2026-03-29 01:59:59, 2026-03-29T00:59:59Z",
    "2026-03-29 02:30:00, 2026-03-29T01:30:00Z",
    "2026-03-29 03:00:00, 2026-03-29T01:00:00Z",
    "2026-10-25 02:30:00, 2026-10-25T00:30:00Z",
    "2026-10-25 03:00:00, 2026-10-25T02:00:00Z",
    "1795255200, 2026-11-21T10:00:00Z"
  })
  void readsTimesWithoutZoneInItsOwn(String text, String expected) {
    TimestampScanner local =
        new TimestampScanner(Instant.parse("2026-11-21T12:00:00Z"), ZoneId.of("Europe/Berlin"));
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    // Twice, as the second of the last time is remembered.
    for (int i = 0; i < 2; i++) {
      assertThat(local.scan(in, 0, in.length)).isEqualTo(in.length);
      assertThat(Instant.ofEpochSecond(0, local.epochNanos())).isEqualTo(Instant.parse(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2262-04-12T00:00:00Z",
        "2600-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "1676-01-01T00:00:00Z"
      })
  void findsNoTimeThatNanosecondsCannotTell(String text) {
    assertThat(scan(text)).isEqualTo(TimestampScanner.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-21T10:00:00Z                | 2026-11-21T10:00:00Z
          2026-11-21T10:00:00.123456789+02:00 | 2026-11-21T08:00:00.123456789Z
          2026-11-21T10:00:00.1234567890123Z  | 2026-11-21T10:00:00.123456789Z
          2026-11-21T10:00:00-0530            | 2026-11-21T15:30:00Z
          2026-11-21T10:00:00+02              | 2026-11-21T08:00:00Z
          2026-11-21 10:00:00,123             | 2026-11-21T10:00:00.123Z
          2026-11-21 10:00:00.5 +0100         | 2026-11-21T09:00:00.500Z
          2026-11-21 10:00:00.123 UTC         | 2026-11-21T10:00:00.123Z
          2026-11-21 10:00:00 CET             | 2026-11-21T09:00:00Z
          2026/11/21 10:00:00                 | 2026-11-21T10:00:00Z
          2026.11.21 10:00:00                 | 2026-11-21T10:00:00Z
          21/Nov/2026:10:00:00 +0100          | 2026-11-21T09:00:00Z
          21 Nov 2026 10:00:00.953            | 2026-11-21T10:00:00.953Z
          21-Nov-2026 10:00:00.953            | 2026-11-21T10:00:00.953Z
          Sat Nov 21 10:00:00.123456 2026     | 2026-11-21T10:00:00.123456Z
          Sat, 21 Nov 2026 10:00:00 GMT       | 2026-11-21T10:00:00Z
          20261121T100000Z                    | 2026-11-21T10:00:00Z
          Nov 21 10:00:00                     | 2026-11-21T10:00:00Z
          Nov  1 10:00:00                     | 2026-11-01T10:00:00Z
          11-21 10:00:00.123                  | 2026-11-21T10:00:00.123Z
          10:00:00.123                        | 2026-11-21T10:00:00.123Z
          Nov 21, 2026 12:05:06 AM            | 2026-11-21T00:05:06Z
          Nov 21, 2026 2:05:06 PM             | 2026-11-21T14:05:06Z
          2026/11/21 - 10:00:00               | 2026-11-21T10:00:00Z
          Nov 21 2026 10:00:00                | 2026-11-21T10:00:00Z
          21/Nov/2026 10:00:00                | 2026-11-21T10:00:00Z
          26/11/21 10:00:00                   | 2026-11-21T10:00:00Z
          1795161609                          | 2026-11-20T08:00:09Z
          1795161609.641                      | 2026-11-20T08:00:09.641Z
          1795161609641                       | 2026-11-20T08:00:09.641Z
          1795161609641123                    | 2026-11-20T08:00:09.641123Z
          1795161609641123456                 | 2026-11-20T08:00:09.641123456Z
          2024-02-29 23:59:60                 | 2024-03-01T00:00:00Z
          """)
  void readsEveryShapeAsAWhole(String text, Instant expected) {
    assertThat(scan(text)).isEqualTo(text.length());
    assertThat(time()).isEqualTo(expected);
    assertThat(scan("x" + text + " and more", 1)).isEqualTo(text.length() + 1);
    assertThat(time()).isEqualTo(expected);
  }

  @Test
  void readsTheNarrowBlankBeforeTheHalfOfTheDay() {
    String text = "Nov 21, 2026 2:05:06\u202fPM";
    assertThat(scan(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    assertThat(time()).isEqualTo("2026-11-21T14:05:06Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-13-21 10:00:00",
        "2026-11-32 10:00:00",
        "2026-11-21 24:00:00",
        "2026-11-21 10:60:00",
        "2026-11-21 10:00:61",
        "2026-11-21",
        "2026-11-21 10:00",
        "2026-11-21 10:00:00x",
        "Nov 21, 2026 13:00:00 PM",
        "Nov 21, 2026 1:00:00 XM",
        "21/Foo/2026:10:00:00",
        "Nov 21 10:0",
        "0795161609",
        "17951616091",
        "99951616099",
        "10.0.0.1",
        "November came"
      })
  void readsNothingElse(String text) {
    assertThat(scan(text)).isEqualTo(TimestampScanner.NONE);
  }

  @Test
  void saysWhatATimestampLeavesOut() {
    assertThat(scan("Nov 21 10:00:00")).isPositive();
    assertThat(scanner.hasYear()).isFalse();
    assertThat(scanner.hasDate()).isTrue();
    assertThat(scanner.hasZone()).isFalse();

    assertThat(scan("10:00:00")).isPositive();
    assertThat(scanner.hasYear()).isFalse();
    assertThat(scanner.hasDate()).isFalse();

    assertThat(scan("2026-11-21T10:00:00Z")).isPositive();
    assertThat(scanner.hasYear()).isTrue();
    assertThat(scanner.hasZone()).isTrue();

    assertThat(scan("1795161609")).isPositive();
    assertThat(scanner.hasZone()).isTrue();
  }

  @Test
  void takesTheLatestYearThatIsNotAfterTheReference() {
    assertThat(scan("Nov 22 11:59:59")).isPositive();
    assertThat(time()).isEqualTo(Instant.parse("2026-11-22T11:59:59Z"));
    assertThat(scan("Nov 23 00:00:00")).isPositive();
    assertThat(time()).isEqualTo(Instant.parse("2025-11-23T00:00:00Z"));
    assertThat(scan("Dec 31 23:59:59")).isPositive();
    assertThat(time()).isEqualTo(Instant.parse("2025-12-31T23:59:59Z"));
  }

  @Test
  void takesTheLatestDayThatIsNotAfterTheReference() {
    assertThat(scan("12:00:00")).isPositive();
    assertThat(time()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    assertThat(scan("12:00:01")).isPositive();
    assertThat(time()).isEqualTo(Instant.parse("2026-11-20T12:00:01Z"));
  }

  @Test
  void readsAmbiguousShapesOnlyWhenAsked() {
    byte[] in = "261121 100000 more".getBytes(StandardCharsets.US_ASCII);

    assertThat(scanner.scan(in, 0, in.length)).isEqualTo(TimestampScanner.NONE);
    assertThat(scanner.scan(TimeShape.SHORT, in, 0, in.length)).isEqualTo(13);
    assertThat(time()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
  }

  @Test
  void leavesAWordBehindTheTimeThatIsNoZone() {
    assertThat(scan("2026-11-21 10:00:00 INFO started")).isEqualTo(19);
    assertThat(scan("2026-11-21 10:00:00 CST")).isEqualTo(19);
    assertThat(scan("2026-11-21 10:00:00 - 5 left")).isEqualTo(19);
    assertThat(scan("2026-11-21 10:00:00 -5")).isEqualTo(19);
  }

  @Property
  void countsDaysAsTheCalendarDoes(@ForAll @IntRange(min = -700_000, max = 2_000_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);

    assertThat(CalendarDate.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
        .isEqualTo(day);
  }

  @Property
  void neverFailsOnAnyBytes(@ForAll byte[] bytes) {
    int end = scanner.scan(bytes, 0, bytes.length);

    assertThat(end).isBetween(TimestampScanner.NONE, bytes.length);
  }

  private int scan(String text) {
    return scan(text, 0);
  }

  private int scan(String text, int from) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    return scanner.scan(in, from, in.length);
  }

  private Instant time() {
    return Instant.ofEpochSecond(0, scanner.epochNanos());
  }
}
