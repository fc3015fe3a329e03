package dev.winnow.formats.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.formats.otlp.Mutation;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalDecoderTest {
  private static final int MAX = 100;
  private static final String CURSOR = "s=0a;i=1f;b=0b;m=2;t=3;x=4";
  private static final byte[] TWO =
      journal(
          "__CURSOR=" + CURSOR,
          "__REALTIME_TIMESTAMP=1795255200123456",
          "__MONOTONIC_TIMESTAMP=17",
          "_BOOT_ID=5c1d",
          "PRIORITY=3",
          "SYSLOG_FACILITY=19",
          "SYSLOG_IDENTIFIER=shop",
          "_SYSTEMD_UNIT=shop.service",
          "_HOSTNAME=web-1",
          "_MACHINE_ID=0c0d",
          "_PID=4711",
          "_COMM=shopd",
          "CODE_LINE=17",
          "ORDER=1",
          "MESSAGE=order 1 late ü",
          "",
          "MESSAGE\0first\nsecond\n",
          "_SYSTEMD_UNIT=cron.service",
          "TAG=a",
          "TAG=b",
          "");

  /** What was read of a journal, in pieces of so many bytes. */
  private record Read(List<LogRecord> records, List<String> cursors, long cut) {}

  private static Read read(byte[] bytes, int pieceBytes) {
    JournalDecoder decoder = new JournalDecoder(MAX);
    List<LogRecord> records = new ArrayList<>();
    List<String> cursors = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += pieceBytes) {
      decoder.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + pieceBytes)));
      while (decoder.next()) {
        records.add(decoder.record());
        cursors.add(decoder.cursor());
      }
    }
    if (decoder.end()) {
      records.add(decoder.record());
      cursors.add(decoder.cursor());
    }
    return new Read(records, cursors, decoder.cut());
  }

  private static List<LogRecord> read(byte[] bytes) {
    return read(bytes, Integer.MAX_VALUE / 2).records();
  }

  /**
   * Lines of a journal; in one with a NUL, that stands between a name and a value with a length.
   */
  private static byte[] journal(String... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : lines) {
      int nul = line.indexOf('\0');
      if (nul < 0) {
        out.writeBytes((line + "\n").getBytes(UTF_8));
      } else {
        byte[] value = line.substring(nul + 1).getBytes(ISO_8859_1);
        out.writeBytes((line.substring(0, nul) + "\n").getBytes(UTF_8));
        out.writeBytes(length(value.length));
        out.writeBytes(value);
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  private static byte[] length(long length) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
  }

  private static LogRecord only(String... lines) {
    List<LogRecord> records = read(journal(lines));
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  @Test
  void putsFieldsWhereOpenTelemetryHasThem() {
    Read read = read(TWO, TWO.length);
    LogRecord first = read.records().getFirst();

    assertThat(read.records()).hasSize(2);
    assertThat(read.cursors()).containsExactly(CURSOR, "");
    assertThat(first.body()).isEqualTo(AnyValue.of("order 1 late ü"));
    assertThat(first.timestamp()).isEqualTo(1_795_255_200_123_456_000L);
    assertThat(first.severityNumber()).isEqualTo(SeverityNumber.ERROR);
    assertThat(first.severityText()).isEqualTo("err");
    assertThat(first.resource().attributes())
        .hasToString("{\"service.name\":\"shop\",\"host.name\":\"web-1\",\"host.id\":\"0c0d\"}");
    assertThat(first.attributes())
        .hasToString(
            "{\"syslog.facility\":\"local3\",\"process.pid\":4711,"
                + "\"process.executable.name\":\"shopd\",\"code.line.number\":17,"
                + "\"log.record.uid\":\""
                + CURSOR
                + "\",\"_BOOT_ID\":\"5c1d\",\"_SYSTEMD_UNIT\":\"shop.service\",\"ORDER\":\"1\"}");
  }

  @Test
  void readsValuesWithALengthAndFieldsThatComeAgain() {
    LogRecord second = read(TWO).getLast();

    assertThat(second.body()).isEqualTo(AnyValue.of("first\nsecond\n"));
    assertThat(second.serviceName()).isEqualTo("cron.service");
    assertThat(second.timestamp()).isZero();
    assertThat(second.attributes()).hasToString("{\"TAG\":[\"a\",\"b\"]}");
  }

  @Test
  void keepsAllOfAFieldThatHasOnePlace() {
    LogRecord record = only("MESSAGE=a", "MESSAGE=b", "PRIORITY=9", "_PID=x", "SYSLOG_FACILITY=99");

    assertThat(record.body()).isEqualTo(AnyValue.of("a"));
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.UNSPECIFIED);
    assertThat(record.attributes())
        .hasToString(
            "{\"syslog.facility\":\"99\",\"process.pid\":\"x\",\"MESSAGE\":[\"a\",\"b\"],"
                + "\"PRIORITY\":\"9\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-5, 0",
    "1x, 0",
    "'', 0",
    "1, 1000",
    "99999999999999999999, 0",
    "999999999999999999, 9223372036854775807"
  })
  void takesAnyTime(String micros, long nanos) {
    assertThat(only("__REALTIME_TIMESTAMP=" + micros, "MESSAGE=x").timestamp()).isEqualTo(nanos);
  }

  @Test
  void replacesWhatIsNoUtf8() {
    assertThat(only("MESSAGE\0a\u00ff\u0000b").body()).isEqualTo(AnyValue.of("a\ufffd\0b"));
  }

  @Test
  void findsTheLastEntryThatNothingEnds() {
    assertThat(read(journal("MESSAGE=a", "", "", "MESSAGE=b"))).hasSize(2);
    assertThat(read(journal("", "", ""))).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MESSAGE",
        "MESSAGE=",
        "MESSAGE=tw",
        "MESSAGE\n",
        "MESSAGE\n\3\0\0\0",
        "MESSAGE\n\3\0\0\0\0\0\0\0tw",
        "MESSAGE\n\3\0\0\0\0\0\0\0two",
        "MESSAGE\n\377\0\0\0\0\0\0\0"
      })
  void refusesAnEndWithinAField(String field) {
    JournalDecoder decoder = new JournalDecoder(MAX);
    decoder.add(("MESSAGE=one\n\nPRIORITY=3\n" + field).getBytes(ISO_8859_1));

    assertThat(decoder.next()).isTrue();
    assertThat(decoder.next()).isFalse();
    assertEndsWithinAField(decoder);
  }

  @Test
  void refusesAnEndWithinWhatIsCut() {
    for (String field : List.of("MESSAGE=", "MESSAGE\n\377\377\0\0\0\0\0\0")) {
      JournalDecoder decoder = new JournalDecoder(MAX);
      decoder.add((field + "x".repeat(2 * MAX)).getBytes(ISO_8859_1));

      assertThat(decoder.next()).isFalse();
      assertEndsWithinAField(decoder);
    }
  }

  private static void assertEndsWithinAField(JournalDecoder decoder) {
    assertThatThrownBy(decoder::end)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessage("the journal ends within a field");
  }

  @Test
  void cutsValuesThatAreTooLong() {
    String most = "x".repeat(MAX);
    byte[] journal =
        journal(
            "MESSAGE=" + most,
            "",
            "MESSAGE=" + most + "y",
            "",
            "MESSAGE\0" + most + "y",
            "",
            "MESSAGE=short",
            "");

    for (int pieceBytes : List.of(1, 7, 1_000)) {
      Read read = read(journal, pieceBytes);
      assertThat(read.records())
          .extracting(record -> record.body().text())
          .containsExactly(most, most, most, "short");
      assertThat(read.cut()).isEqualTo(2);
    }
  }

  @Test
  void passesOverAValueOfManyGigabytes() {
    JournalDecoder decoder = new JournalDecoder(MAX);
    long length = 1L << 31;
    byte[] piece = new byte[1 << 20];
    decoder.add(journal("MESSAGE=dump"));
    decoder.add("COREDUMP\n".getBytes(UTF_8));
    decoder.add(length(length));
    for (long sent = 0; sent < length; sent += piece.length) {
      decoder.add(piece);
      assertThat(decoder.next()).isFalse();
    }
    decoder.add(journal("", "", "MESSAGE=next", ""));

    assertThat(decoder.next()).isTrue();
    assertThat(decoder.record().attributes().value("COREDUMP").text()).hasSize(MAX);
    assertThat(decoder.next()).isTrue();
    assertThat(decoder.record().body()).isEqualTo(AnyValue.of("next"));
    assertThat(decoder.cut()).isEqualTo(1);
  }

  @Test
  void dropsFieldsOfAnEntryThatHasTooMany() {
    String[] many = new String[1_030];
    Arrays.setAll(many, number -> "F" + number + "=");
    JournalDecoder decoder = new JournalDecoder(10_000);
    decoder.add(journal(many));

    assertThat(decoder.next()).isFalse();
    assertThat(decoder.end()).isTrue();
    assertThat(decoder.record().attributes().size()).isEqualTo(1_024);
    assertThat(decoder.record().droppedAttributesCount()).isEqualTo(6);
  }

  @Test
  void dropsFieldsOfAnEntryThatIsTooLarge() {
    String[] large = new String[8];
    Arrays.setAll(large, number -> "F" + number + "=" + "x".repeat(MAX));

    assertThat(only(large).droppedAttributesCount()).isEqualTo(5);
    assertThat(read(journal(large), 10).cut()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=value\n",
        "lower=value\n",
        "1A=value\n",
        "A B=value\n",
        "A-B\n",
        "\u0000\n",
        "{\"MESSAGE\":\"json\"}\n",
        "MESSAGE\n\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
        "MESSAGE\n\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000ab\n",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void refusesWhatIsNoJournal(String text) {
    byte[] bytes = ("MESSAGE=good\n\n" + text).getBytes(ISO_8859_1);
    JournalDecoder decoder = new JournalDecoder(MAX);
    decoder.add(bytes);

    assertThat(decoder.next()).isTrue();
    assertThat(decoder.record().body()).isEqualTo(AnyValue.of("good"));
    assertThatThrownBy(decoder::next)
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessageStartingWith("the journal has a field ");
  }

  @Property(tries = 200)
  void readsTheSameHoweverTheBytesCome(@ForAll @IntRange(min = 1, max = 400) int pieceBytes) {
    assertThat(read(TWO, pieceBytes)).isEqualTo(read(TWO, TWO.length));
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    return Mutation.arbitrary().list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 2_000)
  void readsOrRefusesWhateverComes(
      @ForAll("mutations") List<Mutation> mutations,
      @ForAll @IntRange(min = 1, max = 400) int pieceBytes) {
    byte[] bytes = TWO;
    for (Mutation mutation : mutations) {
      bytes = mutation.apply(bytes);
    }
    assertThat(outcome(bytes, pieceBytes)).isEqualTo(outcome(bytes, TWO.length + 6));
  }

  private static Object outcome(byte[] bytes, int pieceBytes) {
    try {
      return read(bytes, pieceBytes);
    } catch (WinnowException refused) {
      return refused.code();
    }
  }
}
