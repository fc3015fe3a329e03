package dev.winnow.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationScannerTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          12ms,         0,          12000000
          12 ms,        0,          12000000
          1.5s,         0,          1500000000
          350µs,        0,          350000
          20ns,         0,          20
          3 minutes,    0,          180000000000
          1m2.5s,       0,          62500000000
          2h 3m,        0,          7380000000000
          00:01:02.5,   0,          62500000000
          17,           1000000,    17000000
          0.123,        1000000000, 123000000
          17,           0,          -1
          17 apples,    0,          -1
          fast,         1000000,    -1
          '',           1000000,    -1
          1m2,          0,          -1
          """)
  void readsLengthsOfTime(String text, long unit, long nanos) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);

    assertThat(DurationScanner.nanos(in, 0, in.length, unit)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({
    "took 12 ms in all, 5, 7, 12000000",
    "took 12 seconds,   5, 7, 12000000000",
    "took 12 msgs,      5, 7, -1",
    "took 12ms,         5, 7, -1",
    "took 12,           5, 7, -1"
  })
  void readsTheUnitBehindANumber(String text, int from, int to, long nanos) {
    byte[] in = text.strip().getBytes(StandardCharsets.UTF_8);

    assertThat(DurationScanner.nanosByUnitBehind(in, from, to, in.length)).isEqualTo(nanos);
  }

  @Property
  void readsAnyBytesWithoutAFault(@ForAll byte[] in, @ForAll boolean known) {
    assertThat(DurationScanner.nanos(in, 0, in.length, known ? 1 : 0)).isGreaterThanOrEqualTo(-1);
  }
}
