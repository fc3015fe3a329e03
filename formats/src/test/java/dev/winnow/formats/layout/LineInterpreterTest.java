package dev.winnow.formats.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.severity.Severity.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineInterpreterTest {
  private static final Instant AS_OF = Instant.parse("2026-11-21T12:00:00Z");

  private final LineInterpreter interpreter = new LineInterpreter(Layouts.known(), AS_OF);
  private final LineReading reading = new LineReading();

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          syslog (RFC 5424)        ¦ ERROR2 ¦ yes ¦ <34>1 2026-11-21T10:00:00.123Z web su 12 ID47 - su root failed ¦ su root failed
          syslog (RFC 5424)        ¦ INFO2  ¦ yes ¦ <165>1 2026-11-21T10:00:00+01:00 web app - - [a@1 b="]" c="\\"]"][d] up ¦ up
          syslog                   ¦ -      ¦ yes ¦ Nov 21 10:00:00 web sshd[19939]: Accepted publickey ¦ Accepted publickey
          syslog                   ¦ ERROR2 ¦ yes ¦ <34>Nov 21 10:00:00 web su: failed ¦ failed
          syslog                   ¦ -      ¦ yes ¦ Nov 21 10:00:00 web last message repeated 2 times ¦ last message repeated 2 times
          syslog                   ¦ -      ¦ yes ¦ 2026-11-21T10:00:00.123456+00:00 web cron[1]: (root) CMD ¦ (root) CMD
          klog                     ¦ WARN   ¦ yes ¦ W1121 10:00:00.123456       1 reflector.go:424] watch closed ¦ watch closed
          Spring Boot              ¦ INFO   ¦ yes ¦ 2026-11-21T10:00:00.123Z  INFO 1 --- [shop] [           main] o.s.b.StartupInfo : Started in 2 s ¦ Started in 2 s
          Spring Boot              ¦ WARN   ¦ yes ¦ 2026-11-21 10:00:00.123  WARN 1 --- [           main] o.s.b.StartupInfo        : slow ¦ slow
          Logback                  ¦ DEBUG  ¦ yes ¦ 10:00:00.123 [main] DEBUG shop.Orders -- placed ¦ placed
          Logback                  ¦ ERROR  ¦ yes ¦ 2026-11-21 10:00:00,123 [http-nio-1] ERROR shop.Orders - failed ¦ failed
          Log4j                    ¦ INFO   ¦ yes ¦ 2026-11-21 10:00:00,123 INFO [IPC Server 27] org.apache.Server: up ¦ up
          Log4j                    ¦ WARN   ¦ yes ¦ 2026-11-21 10:00:00,123 WARN [main] no logger here ¦ no logger here
          Kafka                    ¦ INFO   ¦ yes ¦ [2026-11-21 10:00:00,123] INFO [Broker id=1] up (kafka.server.Broker) ¦ [Broker id=1] up (kafka.server.Broker)
          ZooKeeper                ¦ INFO   ¦ yes ¦ 2026-11-21 10:00:00,123 [myid:1] - INFO  [main:Q@1] - up ¦ up
          OpenStack                ¦ INFO   ¦ yes ¦ 2026-11-21 10:00:00.123 25746 INFO nova.wsgi [req-1 - -] 10.0.0.1 GET ¦ 10.0.0.1 GET
          Hadoop                   ¦ INFO   ¦ yes ¦ 261121 100000 148 INFO dfs.DataNode: up ¦ up
          Python logging           ¦ INFO   ¦ yes ¦ 2026-11-21 10:00:00,123 - app.orders - INFO - placed ¦ placed
          Python logging           ¦ WARN   ¦ no  ¦ WARNING:root:disk is full ¦ disk is full
          Gunicorn                 ¦ INFO   ¦ yes ¦ [2026-11-21 10:00:00 +0000] [7] [INFO] Booting worker ¦ Booting worker
          nginx error log          ¦ ERROR  ¦ yes ¦ 2026/11/21 10:00:00 [error] 7#7: *1 open() failed ¦ *1 open() failed
          Apache error log         ¦ ERROR  ¦ yes ¦ [Sat Nov 21 10:00:00.123456 2026] [core:error] [pid 7:tid 140] AH00126: bad ¦ AH00126: bad
          access log               ¦ -      ¦ yes ¦ 10.0.0.1 - bob [21/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 5 ¦ "GET / HTTP/1.1" 200 5
          PostgreSQL               ¦ ERROR  ¦ yes ¦ 2026-11-21 10:00:00.123 UTC [7] bob@shop ERROR:  division by zero ¦ division by zero
          PostgreSQL               ¦ INFO   ¦ yes ¦ 2026-11-21 10:00:00.123 CET [7] LOG:  ready ¦ ready
          MySQL                    ¦ WARN   ¦ yes ¦ 2026-11-21  9:00:00 0 [Warning] Could not resolve ¦ Could not resolve
          MySQL                    ¦ ERROR  ¦ yes ¦ 2026-11-21T10:00:00.123456Z 8 [ERROR] [MY-010119] [Server] Aborting ¦ Aborting
          Redis                    ¦ WARN   ¦ yes ¦ 7:M 21 Nov 2026 10:00:00.953 # out of memory ¦ out of memory
          Android                  ¦ ERROR  ¦ yes ¦ 11-21 10:00:00.123  1702  2395 E PowerManager: no lock ¦ no lock
          Windows CBS              ¦ INFO   ¦ yes ¦ 2026-11-21 10:00:00, Info                  CBS    Loaded ¦ Loaded
          npm                      ¦ WARN   ¦ no  ¦ npm warn deprecated glob@7 ¦ deprecated glob@7
          text with time and level ¦ INFO   ¦ yes ¦ 2026-11-21T10:00:00Z INFO started ¦ started
          text with time and level ¦ ERROR  ¦ yes ¦ 2026-11-21 10:00:00 [error] failed ¦ failed
          text with time and level ¦ WARN   ¦ yes ¦ 2026-11-21 10:00:00 warn: slow ¦ slow
          text with time and level ¦ INFO   ¦ yes ¦ INFO 2026-11-21 10:00:00 started ¦ started
          text with time and level ¦ INFO   ¦ yes ¦ INFO  [2026-11-21 10:00:00] started ¦ started
          text with time           ¦ -      ¦ yes ¦ 2026-11-21 10:00:00 status installed libc ¦ status installed libc
          text with time           ¦ -      ¦ yes ¦ 2026-11-21 10:00:00 Error: it broke ¦ Error: it broke
          text with time           ¦ -      ¦ yes ¦ 2026-11-21 10:00:00 HTTP is a word ¦ HTTP is a word
          text with level          ¦ INFO   ¦ no  ¦ [INFO] Building catalog ¦ Building catalog
          text with level          ¦ ERROR  ¦ no  ¦ error: no such file ¦ no such file
          text with level          ¦ WARN   ¦ no  ¦ WARN disk is full ¦ disk is full
          plain text               ¦ -      ¦ no  ¦ Error: Cannot find module ¦ Error: Cannot find module
          plain text               ¦ -      ¦ no  ¦ error handling is off ¦ error handling is off
          plain text               ¦ -      ¦ no  ¦ config: loaded ¦ config: loaded
          plain text               ¦ -      ¦ no  ¦ [main] nothing known ¦ [main] nothing known
          plain text               ¦ -      ¦ no  ¦ user=bob logged in ¦ user=bob logged in
          """)
  void readsLayouts(String layout, String severity, String timed, String line, String message) {
    read(line);

    assertThat(reading.layout().name()).isEqualTo(layout);
    assertThat(severity()).isEqualTo(severity);
    assertThat(reading.hasTime() ? "yes" : "no").isEqualTo(timed);
    assertThat(text(line, Field.MESSAGE)).isEqualTo(message);
  }

  @Test
  void readsServiceAndHostOfSyslog() {
    String line = "Nov 21 10:00:00 web postfix/qmgr[7]: 4F2A: removed";
    read(line);

    assertThat(text(line, Field.HOST)).isEqualTo("web");
    assertThat(text(line, Field.SERVICE)).isEqualTo("postfix/qmgr");
    assertThat(time()).isEqualTo("2026-11-21T10:00:00Z");
  }

  @Test
  void takesAHyphenInRfc5424ForNothing() {
    read("<34>1 2026-11-21T10:00:00Z - - - - - up");

    assertThat(reading.span(Field.HOST).isEmpty()).isTrue();
    assertThat(reading.span(Field.SERVICE).isEmpty()).isTrue();
  }

  @Test
  void followsALayoutIntoLinesThatWouldNotShowItAlone() {
    String alone = "2026-11-21T10:00:00+00:00 web rsyslogd: start";
    read(alone);
    assertThat(reading.layout().name()).isEqualTo("text with time");

    read("2026-11-21T10:00:00+00:00 web cron[7]: (root) CMD");
    read(alone);
    assertThat(reading.layout().name()).isEqualTo("syslog");
    assertThat(text(alone, Field.SERVICE)).isEqualTo("rsyslogd");
  }

  @Test
  void readsAMixtureLineByLine() {
    read("2026-11-21 10:00:00,123 WARN [main] no logger here");
    read("2026-11-21 10:00:00,123 WARN [main] shop.Orders: slow");
    assertThat(reading.layout().name()).isEqualTo("Log4j");
    read("10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5");
    assertThat(reading.layout().name()).isEqualTo("access log");
    read("{\"msg\":\"up\"}");
    assertThat(reading.layout()).isEqualTo(Layout.JSON);
    read("nothing");
    assertThat(reading.layout()).isEqualTo(Layout.PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pino      | {"level":30,"time":1795161609641,"pid":7,"hostname":"web","msg":"up"}             | INFO  | web |
          bunyan    | {"name":"shop","hostname":"web","level":50,"msg":"x","time":"2026-11-20T08:00:09.641Z","v":0} | ERROR | web | shop
          zap       | {"level":"warn","ts":1795161609.641,"caller":"a.go:1","msg":"up"}                 | WARN  |     |
          logrus-json | {"level":"fatal","msg":"up","time":"2026-11-20T08:00:09.641Z"}                    | FATAL |     |
          structlog | {"event":"up","timestamp":"2026-11-20T08:00:09.641Z","level":"debug"}             | DEBUG |     |
          ecs       | {"@timestamp":"2026-11-20T08:00:09.641Z","log.level":"ERROR","service.name":"shop","message":"up"} | ERROR | | shop
          ecs       | {"@timestamp":"2026-11-20T08:00:09.641Z","log":{"level":"ERROR"},"service":{"name":"shop"},"host":{"name":"web"},"message":"up"} | ERROR | web | shop
          otlp      | {"timeUnixNano":"1795161609641000000","severityNumber":17,"body":{"stringValue":"up"}} | ERROR |     |
          clef      | {"@t":"2026-11-20T08:00:09.641Z","@l":"Warning","@mt":"up"}                       | WARN  |     |
          json      | {"severity":"NOTICE","time":"2026-11-20T08:00:09.641Z","message":"up"}            | INFO2 |     |
          """)
  void readsJsonByTheNamesOfItsMembers(
      String layout, String line, String severity, String host, String service) {
    read(line);

    assertThat(reading.layout().id()).isEqualTo(layout);
    assertThat(severity()).isEqualTo(severity);
    assertThat(time()).isEqualTo("2026-11-20T08:00:09.641Z");
    assertThat(text(line, Field.HOST)).isEqualTo(Objects.requireNonNullElse(host, ""));
    assertThat(text(line, Field.SERVICE)).isEqualTo(Objects.requireNonNullElse(service, ""));
    assertThat(text(line, Field.MESSAGE)).isEqualTo(line);
  }

  @Test
  void listsTheNamesOfAnObject() {
    String line = "{\"msg\":\"up\",\"req\":{\"id\":1},\"tokens_used\":12}";
    read(line);

    assertThat(names(line)).containsExactly("msg", "req", "tokens_used");
  }

  @Test
  void takesBrokenJsonForPlainText() {
    String line = "{\"level\":50,\"time\":1795161609641,\"msg\":\"half a li";
    read(line);

    assertThat(reading.layout()).isEqualTo(Layout.PLAIN);
    assertThat(reading.hasTime()).isFalse();
    assertThat(reading.values()).isZero();
    assertThat(severity()).isEqualTo("-");
    assertThat(text(line, Field.MESSAGE)).isEqualTo(line);
  }

  @Test
  void readsJsonBehindAHeader() {
    read("Nov 21 10:00:00 web shop[7]: {\"level\":\"error\",\"msg\":\"failed\"}");

    assertThat(reading.layout().name()).isEqualTo("syslog");
    assertThat(severity()).isEqualTo("ERROR");
    assertThat(reading.values()).isEqualTo(5);
  }

  @Test
  void readsLogfmt() {
    String line =
        "time=2026-11-20T08:00:09.641Z level=warning msg=\"it \\\"is\\\" slow\" service=shop ok=";
    read(line);

    assertThat(reading.layout()).isEqualTo(Layout.LOGFMT);
    assertThat(severity()).isEqualTo("WARN");
    assertThat(time()).isEqualTo("2026-11-20T08:00:09.641Z");
    assertThat(text(line, Field.SERVICE)).isEqualTo("shop");
    assertThat(names(line)).containsExactly("time", "level", "msg", "service", "ok");
  }

  @Property
  void takesAnyBytesWithoutFailing(@ForAll byte[] bytes) {
    interpreter.read(bytes, 0, bytes.length, reading);

    Span message = reading.span(Field.MESSAGE);
    assertThat(message.start()).isBetween(0, bytes.length);
    assertThat(message.end()).isEqualTo(bytes.length);
  }

  @Property
  void takesLinesLikeLogsWithoutFailing(@ForAll @From("fragments") String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    interpreter.read(bytes, 0, bytes.length, reading);

    assertThat(reading.span(Field.MESSAGE).end()).isEqualTo(bytes.length);
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(
            "2026-11-21",
            "T",
            "10:00:00",
            ",123",
            "Z",
            " ",
            "[",
            "]",
            "INFO",
            "error",
            ":",
            "{",
            "}",
            "\"",
            "<34>",
            "1",
            "-",
            "=",
            "Nov 21",
            "a",
            "--- ",
            "(",
            "\\",
            "\t",
            "é")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  private List<String> names(String line) {
    byte[] in = line.getBytes(StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < reading.values(); i++) {
      Span name = reading.nameSpan(i);
      names.add(new String(in, name.start(), name.length(), StandardCharsets.UTF_8));
    }
    return names;
  }

  private String time() {
    return reading.hasTime() ? Instant.ofEpochSecond(0, reading.epochNanos()).toString() : "-";
  }

  private String severity() {
    return reading.severity().source() == Source.STATED ? reading.severity().number().name() : "-";
  }

  private void read(String line) {
    byte[] in = ("before " + line + " behind").getBytes(StandardCharsets.UTF_8);
    int from = "before ".length();
    interpreter.read(in, from, in.length - " behind".length(), reading);
  }

  private String text(String line, Field field) {
    byte[] in = line.getBytes(StandardCharsets.UTF_8);
    Span span = reading.span(field);
    return new String(in, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
  }

  @Test
  void forgetsTheColumnsOfAnotherLog() {
    read("time,level,message");
    read("2026-11-21T10:00:00Z,WARN,slow");
    assertThat(reading.severity().number().name()).isEqualTo("WARN");

    interpreter.begin(AS_OF);
    read("2026-11-21T10:00:00Z,WARN,slow");
    assertThat(reading.layout()).isNotEqualTo(Layout.TABLE);
  }

  @Test
  void readsTimesWithoutDateByTheNewReference() {
    interpreter.begin(Instant.parse("2027-01-02T12:00:00Z"));

    read("10:00:00.123 [main] DEBUG shop.Orders -- placed");

    assertThat(Instant.ofEpochSecond(0, reading.epochNanos()))
        .isEqualTo(Instant.parse("2027-01-02T10:00:00.123Z"));
  }

  @Test
  void takesNoRecordForAHeaderThatStandsForItself() {
    LineInterpreter records = new LineInterpreter(Layouts.ofRecords(), AS_OF);
    byte[] line = "time,level,message".getBytes(StandardCharsets.UTF_8);

    records.read(line, 0, line.length, reading);

    assertThat(reading.isHeader()).isFalse();
    assertThat(reading.layout()).isEqualTo(Layout.PLAIN);
  }
}
