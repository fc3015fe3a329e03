package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What {@link RecordReader#record} makes of lines. */
final class RecordInterpretationTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @Test
  void givesTheMembersOfAnObjectTheirTypes() throws IOException {
    LogRecord record =
        only(
            """
            {"time":"2026-11-21T10:00:00Z","level":"warn","msg":"say \\"hi\\"","n":3,"f":0.5,\
            "ok":true,"none":null,"list":[1,{"a":"b"}],"user":{"name":"bob"}}
            """);

    assertThat(record.timestamp()).isEqualTo(1_795_255_200_000_000_000L);
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.WARN);
    assertThat(record.severityText()).isEqualTo("warn");
    assertThat(record.body()).isEqualTo(AnyValue.of("say \"hi\""));
    assertThat(record.attributes())
        .hasToString(
            "{\"n\":3,\"f\":0.5,\"ok\":true,\"none\":null,\"list\":[1,{\"a\":\"b\"}],"
                + "\"user\":{\"name\":\"bob\"}}");
  }

  @Test
  void namesFieldsAsOpenTelemetryDoesBesides() throws IOException {
    LogRecord record = only("{\"msg\":\"done\",\"status\":503,\"method\":\"GET\"}");

    assertThat(record.attributes())
        .hasToString(
            "{\"status\":503,\"method\":\"GET\",\"http.request.method\":\"GET\","
                + "\"http.response.status_code\":503}");
  }

  @Test
  void knowsServiceHostAndLogger() throws IOException {
    LogRecord record =
        only("{\"message\":\"m\",\"service\":\"shop\",\"host\":\"web-1\",\"logger\":\"a.B\"}");

    assertThat(record.resource().attributes())
        .hasToString("{\"service.name\":\"shop\",\"host.name\":\"web-1\"}");
    assertThat(record.scope().name()).isEqualTo("a.B");
    assertThat(record.attributes().isEmpty()).isTrue();
  }

  @Test
  void takesIdsThatAreValidAndKeepsOthersAsAttributes() throws IOException {
    LogRecord valid =
        only("{\"msg\":\"m\",\"trace_id\":\"" + TRACE + "\",\"span_id\":\"" + SPAN + "\"}");
    LogRecord path = only("{\"msg\":\"m\",\"trace_id\":\"projects/p/traces/" + TRACE + "\"}");
    LogRecord other = only("{\"msg\":\"m\",\"traceId\":\"req-7\"}");

    assertThat(List.of(valid.traceId(), valid.spanId(), path.traceId(), other.traceId()))
        .containsExactly(TRACE, SPAN, TRACE, "");
    assertThat(valid.attributes().isEmpty()).isTrue();
    assertThat(other.attributes()).hasToString("{\"traceId\":\"req-7\",\"trace_id\":\"req-7\"}");
  }

  @Test
  void givesAnObjectWithoutMessageAsItsBody() throws IOException {
    LogRecord record = only("{\"time\":\"2026-11-21T10:00:00Z\",\"load\":1.5}");

    assertThat(record.body().text()).isEqualTo("{\"time\":\"2026-11-21T10:00:00Z\",\"load\":1.5}");
    assertThat(record.attributes()).hasToString("{\"load\":1.5}");
  }

  @Test
  void readsHeaderAndTraceOfText() throws IOException {
    LogRecord record =
        only(
            """
            10:00:00.123 [main] ERROR shop.Orders -- failed
            java.lang.IllegalStateException: no
            \tat shop.Orders.place(Orders.java:7)
            """);

    assertThat(record.severityText()).isEqualTo("ERROR");
    assertThat(record.scope().name()).isEqualTo("shop.Orders");
    assertThat(record.attributes()).hasToString("{\"thread.name\":\"main\"}");
    assertThat(record.body().text())
        .isEqualTo(
            "failed\njava.lang.IllegalStateException: no\n\tat shop.Orders.place(Orders.java:7)");
  }

  @Test
  void readsTheObjectInAMessage() throws IOException {
    LogRecord record =
        only("Nov 21 10:00:00 web app[7]: {\"level\":\"error\",\"msg\":\"down\",\"n\":1}");

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.ERROR);
    assertThat(record.body()).isEqualTo(AnyValue.of("down"));
    assertThat(record.resource().attributes())
        .hasToString("{\"service.name\":\"app\",\"host.name\":\"web\"}");
    assertThat(record.attributes()).hasToString("{\"process.pid\":7,\"n\":1}");
  }

  @Test
  void readsTheLineInAContainersObject() throws IOException {
    LogRecord record =
        only(
            """
            {"log":"level=warn msg=\\"disk \\\\\\"a\\\\\\" full\\" n=3\\n","stream":"stderr",\
            "time":"2026-11-21T10:00:00.5Z"}
            """);

    assertThat(record.body()).isEqualTo(AnyValue.of("disk \"a\" full"));
    assertThat(record.severityText()).isEqualTo("warn");
    assertThat(record.timestamp()).isEqualTo(1_795_255_200_500_000_000L);
    assertThat(record.attributes()).hasToString("{\"stream\":\"stderr\",\"n\":3}");
  }

  @Test
  void givesNumbersOfTextAsNumbers() throws IOException {
    LogRecord record =
        only("10.0.0.1 - 42 [21/Nov/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 5\n");

    assertThat(record.attributes().value("http.response.status_code")).isEqualTo(AnyValue.of(200L));
    assertThat(record.attributes().value("user.name")).isEqualTo(AnyValue.of("42"));
    assertThat(record.body().text()).isEqualTo("\"GET /a HTTP/1.1\" 200 5");
  }

  @Test
  void readsTheCellsOfATable() throws IOException {
    List<LogRecord> records =
        records("time,level,message,n\n2026-11-21T10:00:00Z,error,\"a \"\"b\"\"\",5\n");

    assertThat(records).hasSize(1);
    assertThat(records.get(0).body()).isEqualTo(AnyValue.of("a \"b\""));
    assertThat(records.get(0).severityNumber()).isEqualTo(SeverityNumber.ERROR);
    assertThat(records.get(0).attributes()).hasToString("{\"n\":5}");
  }

  @Test
  void countsLinesWithAndWithoutTheFieldsOfATrace() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      log.append(
          "{\"timestamp\":\"2026-11-21T10:00:00Z\",\"level\":\"info\",\"message\":\"answered\"");
      log.append(
          i % 2 == 0
              ? ",\"correlation_id\":\"c-"
                  + i
                  + "\",\"conversation_id\":\"v\",\"workspace_id\":\"w\",\"model\":\"m-1\","
                  + "\"tokens_used\":"
                  + i
                  + "}\n"
              : "}\n");
    }

    List<LogRecord> records = records(log.toString());
    assertThat(records).hasSize(500);
    for (String name : List.of("conversation_id", "workspace_id", "model", "tokens_used")) {
      assertThat(records.stream().filter(record -> has(record, name))).as(name).hasSize(250);
    }
    assertThat(records.get(498).attributes())
        .hasToString(
            "{\"correlation_id\":\"c-498\",\"conversation_id\":\"v\",\"workspace_id\":\"w\","
                + "\"model\":\"m-1\",\"tokens_used\":498,\"http.request.id\":\"c-498\"}");
    assertThat(records.get(499).attributes().isEmpty()).isTrue();
  }

  private static boolean has(LogRecord record, String name) {
    return !(record.attributes().value(name) instanceof AnyValue.EmptyValue);
  }

  @Test
  void prefersTheNameOfALevelToItsNumber() throws IOException {
    LogRecord record =
        only(
            """
            {"timeUnixNano":"1795255200000000000","severityNumber":17,"severityText":"Error","body":"x","flags":1}
            """);

    assertThat(record.severityText()).isEqualTo("Error");
    assertThat(record.attributes()).hasToString("{\"flags\":1}");
  }

  @Test
  void takesTextInAContainersObjectsForRecords() throws IOException {
    String line =
        "{\"log\":\"no level here\\n\",\"stream\":\"a\",\"time\":\"2026-11-21T10:00:00Z\"}\n";

    assertThat(records(line + line)).hasSize(2);
  }

  @Provide
  Arbitrary<String> logs() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\u12",
            "\\\"",
            ":",
            ",",
            "\n",
            " ",
            "=",
            "-",
            "1e999",
            "007",
            "\"log\":",
            "\"stream\":\"a\",\"time\":\"b\"",
            "\"msg\":",
            "\"trace_id\":",
            "\"level\":\"warn\"",
            "level=info msg=\"",
            "a=1 b=2 c=3",
            "2026-11-21T10:00:00Z",
            " stdout P ",
            " stdout F ",
            "time,level,message\n",
            "10:00:00.123 [main] ERROR a.B -- ",
            "\tat a.B(C.java:1)",
            "ü",
            "\u001b[31m");
    return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
  }

  @Test
  void takesNothingOutOfAHeaderThatIsNotJoined() throws IOException {
    LogRecord record =
        only(
            """
            2026-11-21 10:00:00.123 UTC [25112] ERROR:  relation "t" already exists
            2026-11-21 10:00:00.123 UTC [25112] STATEMENT:  create table t (a int)
            """);

    assertThat(record.attributes()).hasToString("{\"process.pid\":25112}");
    assertThat(record.body().text())
        .isEqualTo("relation \"t\" already exists\nSTATEMENT:  create table t (a int)");
  }

  @Test
  void readsAHeaderThatIsLongerThanWhatWasJoinedBefore() throws IOException {
    LogRecord record =
        only(
            """
            # Time: 2026-11-21T10:00:00.123456Z
            SELECT 1
            # Query_time: 1.5  Lock_time: 0.0  Rows_sent: 1  Rows_examined: 1000000
            SELECT 2
            """);

    assertThat(record.body().text()).isEqualTo("SELECT 1\n\nSELECT 2");
    assertThat(record.attributes().isEmpty()).isTrue();
  }

  @Property
  void givesARecordForAnyText(@ForAll("logs") String log) throws IOException {
    RecordReader reader = new RecordReader(InMemoryInput.of(log));
    int records = 0;
    while (reader.next()) {
      assertThat(reader.record()).isEqualTo(reader.record());
      records++;
    }
    assertThat(reader.ledger().records()).isEqualTo(records);
  }

  private static LogRecord only(String log) throws IOException {
    List<LogRecord> records = records(log);
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static List<LogRecord> records(String log) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    RecordReader reader = new RecordReader(InMemoryInput.of(log.getBytes(StandardCharsets.UTF_8)));
    while (reader.next()) {
      records.add(reader.record());
    }
    return records;
  }
}
