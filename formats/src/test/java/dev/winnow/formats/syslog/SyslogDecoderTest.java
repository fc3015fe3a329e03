package dev.winnow.formats.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyslogDecoderTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-21T12:00:00Z");
  private static final String PEER = "192.0.2.7";

  private static LogRecord decode(String message) {
    return decode(message, OBSERVED);
  }

  private static LogRecord decode(String message, Instant observed) {
    SyslogDecoder decoder = new SyslogDecoder();
    decoder.begin(observed);
    byte[] bytes = ("<<" + message + ">>").getBytes(UTF_8);
    return decoder.decode(bytes, 2, bytes.length - 2, PEER);
  }

  private static String time(LogRecord record) {
    return Instant.ofEpochSecond(0, record.timestamp()).toString();
  }

  private static Attributes attributes(Object... keysAndValues) {
    Attributes.Builder attributes = Attributes.builder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      attributes.put(
          (String) keysAndValues[i],
          value instanceof Integer number ? AnyValue.of(number) : AnyValue.of((String) value));
    }
    return attributes.build();
  }

  @Test
  void readsEveryFieldOfRfc5424() {
    LogRecord record =
        decode(
            "<165>1 2026-11-21T10:00:00.003+02:00 web-1 evntslog 4711 ID47"
                + " [exampleSDID@32473 iut=\"3\" eventID=\"1011\"][origin ip=\"192.0.2.1\"]"
                + " \ufeffAn application event");

    assertThat(time(record)).isEqualTo("2026-11-21T08:00:00.003Z");
    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.INFO2);
    assertThat(record.severityText()).isEqualTo("notice");
    assertThat(record.eventName()).isEqualTo("ID47");
    assertThat(record.body()).isEqualTo(AnyValue.of("An application event"));
    assertThat(record.resource().attributes())
        .isEqualTo(attributes("host.name", "web-1", "service.name", "evntslog"));
    assertThat(record.attributes())
        .isEqualTo(
            attributes(
                "syslog.facility", "local4",
                "process.pid", 4711,
                "syslog.exampleSDID@32473.iut", "3",
                "syslog.exampleSDID@32473.eventID", "1011",
                "syslog.origin.ip", "192.0.2.1"));
  }

  @Test
  void takesDashesForNothing() {
    LogRecord record = decode("<0>1 - - - - - -");

    assertThat(record)
        .isEqualTo(
            LogRecord.builder()
                .severityNumber(SeverityNumber.FATAL)
                .severityText("emerg")
                .body("")
                .attributes(attributes("syslog.facility", "kern", "network.peer.address", PEER))
                .build());
  }

  @Test
  void readsValuesWithEscapesAndSeveralOfOneName() {
    LogRecord record =
        decode("<14>1 - h - worker-7 - [a x=\"1\" x=\"\\\"q\\\" \\\\ \\] \\n\"][b] text");

    assertThat(record.attributes().value("syslog.a.x"))
        .isEqualTo(AnyValue.of(List.of(AnyValue.of("1"), AnyValue.of("\"q\" \\ ] \\n"))));
    assertThat(record.attributes().value("syslog.procid")).isEqualTo(AnyValue.of("worker-7"));
    assertThat(record.body().text()).isEqualTo("text");
  }

  @Test
  void keepsTheFirstOfTooManyParameters() {
    StringBuilder data = new StringBuilder("[a");
    for (int i = 0; i < 1000; i++) {
      data.append(" p").append(i).append("=\"v\"");
    }
    LogRecord record = decode("<14>1 - h - - - " + data + "] text");

    assertThat(record.attributes().size()).isEqualTo(257);
    assertThat(record.droppedAttributesCount()).isEqualTo(744);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2026-11-21T10:00:00Z h a p m [x text",
        "1 2026-11-21T10:00:00Z h a p m [x y=\"1] text",
        "1 2026-11-21T10:00:00Z h a p m [x y=1] text",
        "1 2026-11-21T10:00:00Z h a p m [] text",
        "1 2026-11-21T10:00:00Z h a p m [x y=\"1\"]text",
        "1 2026-11-21T10:00:00Z h a p m",
        "1 2026-11-21T10:00:00Z h a p ",
        "1 yesterday h a p m - text",
        "1  h a p m - text",
        "1 ",
        "2 - - - - - - text"
      })
  void leavesHeaderThatIsNoneInTheBody(String message) {
    assertThat(decode("<14>" + message))
        .isEqualTo(
            LogRecord.builder()
                .severityNumber(SeverityNumber.INFO)
                .severityText("info")
                .body(message)
                .attributes(attributes("syslog.facility", "user", "network.peer.address", PEER))
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nov 21 10:00:00 web sshd[42]: Accepted key|web|sshd|42|Accepted key",
        "Nov  1 10:00:00 web su: 'su root' failed|web|su||'su root' failed",
        "Nov 21 10:00:00 postfix/smtpd[7]: connect||postfix/smtpd|7|connect",
        "Nov 21 10:00:00 cron: (root) CMD||cron||(root) CMD",
        "Nov 21 10:00:00 web last message repeated 2 times|web|||last message repeated 2 times",
        "2026-11-21T10:00:00.5+01:00 web app[x-1]: done|web|app|x-1|done",
        "Nov 21 2026 10:00:00: %ASA-6-302013: Built||||%ASA-6-302013: Built",
        "Nov 21 10:00:00.123 web app: a: b|web|app||a: b",
        "Nov 21 10:00:00 web app:tight|web|app||tight",
        "Nov 21 10:00:00 web http://x failed|web|||http://x failed",
        "Nov 21 10:00:00 alone||||alone",
        "no time here: text||||no time here: text",
        "Nov 31 25:00:00 web app: text||||Nov 31 25:00:00 web app: text"
      })
  void readsWhatHeirsOfBsdSend(
      String message, String host, String service, String process, String body) {
    LogRecord record = decode("<38>" + message);

    assertThat(record.resource().attributes().value("host.name").text())
        .isEqualTo(host == null ? "" : host);
    assertThat(record.serviceName()).isEqualTo(service == null ? "" : service);
    String pid = record.attributes().value("process.pid").text();
    String procid = record.attributes().value("syslog.procid").text();
    assertThat(pid + procid).isEqualTo(process == null ? "" : process);
    assertThat(record.body().text()).isEqualTo(body);
    assertThat(record.attributes().value("syslog.facility").text()).isEqualTo("auth");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z,Nov 21 10:00:00,2026-11-21T10:00:00Z",
    "2027-01-01T00:00:10Z,Dec 31 23:59:59,2026-12-31T23:59:59Z",
    "2026-12-31T23:59:59Z,Jan  1 00:00:01,2027-01-01T00:00:01Z",
    "2026-03-01T00:00:00Z,Jun 15 10:00:00.25,2025-06-15T10:00:00.250Z"
  })
  void resolvesMissingYearByTheTimeOfArrival(Instant observed, String written, String read) {
    assertThat(time(decode("<13>" + written + " h a: b", observed))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "<7>,DEBUG,debug,kern",
    "<14>,INFO,info,user",
    "<28>,WARN,warning,daemon",
    "<187>,ERROR,err,local7",
    "<82>,ERROR2,crit,authpriv",
    "<113>,ERROR3,alert,alert"
  })
  void mapsPriorities(String priority, SeverityNumber number, String text, String facility) {
    LogRecord record = decode(priority + "text");

    assertThat(record.severityNumber()).isEqualTo(number);
    assertThat(record.severityText()).isEqualTo(text);
    assertThat(record.attributes().value("syslog.facility").text()).isEqualTo(facility);
    assertThat(record.body().text()).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<192>text", "<>text", "<1234>text", "<13", "<x>text", "text", ""})
  void leavesPriorityThatIsNoneInTheBody(String message) {
    assertThat(decode(message))
        .isEqualTo(
            LogRecord.builder()
                .body(message)
                .attributes(attributes("network.peer.address", PEER))
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text\n", "text\r\n", "text\0", "text\n\0", "text"})
  void takesTrailersAway(String body) {
    assertThat(decode("<13>" + body).body().text()).isEqualTo("text");
  }

  @Test
  void keepsLineBreaksWithinMessages() {
    assertThat(decode("<13>Nov 21 10:00:00 h a: one\n\ttwo\n\n").body().text())
        .isEqualTo("one\n\ttwo\n");
  }

  @Property
  void takesAnyBytes(@ForAll byte[] bytes) {
    SyslogDecoder decoder = new SyslogDecoder();
    decoder.begin(OBSERVED);

    assertThat(decoder.decode(bytes, 0, bytes.length, PEER).timestamp()).isZero();
  }

  @Property
  void takesAnythingLikeMessages(@ForAll("messages") String message) {
    assertThat(decode(message).body()).isInstanceOf(AnyValue.StringValue.class);
  }

  @Provide
  Arbitrary<String> messages() {
    return Arbitraries.of(
            "<34>",
            "1 ",
            "2026-11-21T10:00:00Z",
            "Nov 21 10:00:00",
            " ",
            "-",
            "[",
            "]",
            "\"",
            "\\",
            "=",
            "a",
            "[a b=\"c\"]",
            ":",
            "\ufeff",
            "99999999999",
            "\0",
            "\n")
        .list()
        .ofMaxSize(24)
        .map(pieces -> String.join("", pieces));
  }
}
