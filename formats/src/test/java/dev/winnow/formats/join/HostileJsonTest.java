package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.input.InMemoryInput;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objects that are made to cost much cost no more than their bytes. */
@Timeout(60)
final class HostileJsonTest {
  private static final String OBJECT = "{\"level\":\"error\",\"msg\":\"x\",\"time\":1795255200}\n";

  @Test
  void readsAMillionDifferentNames() throws IOException {
    StringBuilder log = new StringBuilder(OBJECT);
    for (int i = 0; i < 1_000_000; i++) {
      log.append("{\"k").append(i).append("\":").append(i).append("}\n");
    }
    assertThat(records(log.toString())).isEqualTo(1_000_001);
  }

  @Test
  void readsNamesInOneObject() throws IOException {
    StringBuilder log = new StringBuilder("{\"msg\":\"x\"");
    for (int i = 0; i < 50_000; i++) {
      log.append(",\"k").append(i).append("\":").append(i);
    }
    assertThat(records(log.append("}\n").toString())).isEqualTo(1);
  }

  @Test
  void readsTheSameNameAgainAndAgain() throws IOException {
    assertThat(records("{\"level\":\"info\"" + ",\"level\":\"x\"".repeat(50_000) + "}\n"))
        .isEqualTo(1);
  }

  @Test
  void cutsAnObjectOfTenMegabytes() throws IOException {
    String long10Mb = "{\"msg\":\"" + "x".repeat(10 << 20) + "\"}\n";
    assertThat(records(OBJECT + long10Mb + OBJECT)).isEqualTo(2);
    assertThat(records("[" + OBJECT + "," + long10Mb + "," + OBJECT + "]")).isEqualTo(2);
  }

  @Test
  void readsWhatNestsTooDeep() throws IOException {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "\n";
    assertThat(records(OBJECT + deep + OBJECT)).isEqualTo(2);
    assertThat(records(OBJECT + "{\"a\":" + "[".repeat(100_000) + "\n" + OBJECT)).isEqualTo(2);
  }

  @Test
  void readsOnBehindHalfALine() throws IOException {
    String half = "{\"level\":\"error\",\"ms";
    assertThat(records(half + "\n" + OBJECT + half + "\0\0\n" + OBJECT)).isEqualTo(3);
  }

  private static int records(String log) throws IOException {
    RecordReader reader = new RecordReader(InMemoryInput.of(log));
    int records = 0;
    while (reader.next()) {
      assertThat(reader.record().attributes().size()).isLessThan(60_000);
      records++;
    }
    return records;
  }
}
