package dev.winnow.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.connectors.Receiver.Arrival;
import dev.winnow.formats.bulk.BulkDecoder;
import dev.winnow.formats.loki.LokiJsonDecoder;
import dev.winnow.formats.syslog.SyslogDecoder;
import dev.winnow.formats.syslog.SyslogFrames;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent in the dialects of others means the same to who reads those. */
final class DialectsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Attributes SHOP =
      Attributes.builder().put("host.name", "web-1").put("service.name", "shop").build();
  private static final LogRecord LATE =
      LogRecord.builder()
          .timestamp(1_795_255_200_123_456_000L)
          .severityNumber(SeverityNumber.ERROR)
          .severityText("ERROR")
          .body(AnyValue.of("order \"1\" late \u00fc"))
          .traceId("4bf92f3577b34da6a3ce929d0e0e4736")
          .spanId("00f067aa0ba902b7")
          .scope(InstrumentationScope.of("shop.Orders"))
          .resource(new Resource(SHOP))
          .attributes(Attributes.builder().put("user.id", 7).put("note", "a\\b]\"c\"").build())
          .build();
  private static final LogRecord BARE =
      LogRecord.builder().timestamp(1_795_255_200_000_000_000L).body(AnyValue.of("bare")).build();

  private static Tally send(String address, String format) {
    try (Exporter exporter = new Destination(address, format, "", Duration.ZERO).open()) {
      exporter.export(List.of(LATE, BARE));
      return exporter.tally();
    }
  }

  @ParameterizedTest
  @CsvSource({"'', loki", "/loki/api/v1/push, ''"})
  void pushesAsToLoki(String path, String format) throws IOException {
    try (Receiver receiver = new Receiver()) {
      receiver.answering(204, "", new byte[0]);
      assertThat(send(receiver.url(path), format)).isEqualTo(new Tally(2, 2, 0, ""));
      Arrival arrival = receiver.arrivals().getFirst();
      List<LogRecord> read = new LokiJsonDecoder(10, 100).decode(arrival.body(), NOON).records();

      assertThat(arrival.path()).isEqualTo("/loki/api/v1/push");
      assertThat(arrival.contentType()).isEqualTo("application/json");
      assertThat(read.getFirst())
          .isEqualTo(
              LATE.toBuilder()
                  .severityNumber(SeverityNumber.UNSPECIFIED)
                  .attributes(
                      Attributes.builder().put("user_id", "7").put("note", "a\\b]\"c\"").build())
                  .build());
      assertThat(read.getLast()).isEqualTo(BARE);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', elasticsearch", "/_bulk, ''"})
  void indexesAsInElasticsearch(String path, String format) throws IOException {
    String answer =
        """
        {"took":1,"errors":true,"items":[{"create":{"status":201}},
        {"create":{"status":400,"error":{"type":"x"}}}]}
        """;
    try (Receiver receiver = new Receiver()) {
      receiver.answering(200, "", answer.getBytes(UTF_8));
      assertThat(send(receiver.url(path), format))
          .isEqualTo(new Tally(2, 1, 1, "documents were refused"));
      Arrival arrival = receiver.arrivals().getFirst();
      List<LogRecord> read = new BulkDecoder(10, 100).decode(arrival.body(), "", NOON).records();

      assertThat(arrival.path()).isEqualTo("/_bulk");
      assertThat(arrival.contentType()).isEqualTo("application/x-ndjson");
      assertThat(read).hasSize(2);
      LogRecord late = read.getFirst();
      assertThat(late.toBuilder().attributes(LATE.attributes()).resource(LATE.resource()).build())
          .isEqualTo(LATE);
      assertThat(late.resource().attributes())
          .hasToString("{\"service.name\":\"shop\",\"host.name\":\"web-1\"}");
      assertThat(late.attributes())
          .hasToString(
              "{\"elasticsearch.index\":\"logs-generic-default\",\"user.id\":7,"
                  + "\"note\":\"a\\\\b]\\\"c\\\"\"}");
      assertThat(read.getLast().body()).isEqualTo(BARE.body());
      assertThat(read.getLast().timestamp()).isEqualTo(BARE.timestamp());
    }
  }

  private static void assertIsLate(LogRecord read) {
    assertThat(read.body()).isEqualTo(LATE.body());
    assertThat(read.timestamp()).isEqualTo(LATE.timestamp());
    assertThat(read.severityNumber()).isEqualTo(SeverityNumber.ERROR);
    assertThat(read.resource()).isEqualTo(LATE.resource());
    assertThat(read.attributes())
        .hasToString(
            "{\"syslog.facility\":\"local0\","
                + "\"syslog.attributes@32473.trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\","
                + "\"syslog.attributes@32473.span_id\":\"00f067aa0ba902b7\","
                + "\"syslog.attributes@32473.user.id\":\"7\","
                + "\"syslog.attributes@32473.note\":\"a\\\\b]\\\"c\\\"\"}");
  }

  private static List<LogRecord> read(InputStream stream) throws IOException {
    SyslogFrames frames = new SyslogFrames(1 << 16);
    SyslogDecoder decoder = new SyslogDecoder();
    decoder.begin(NOON);
    List<LogRecord> read = new ArrayList<>();
    boolean isOpen = true;
    while (isOpen) {
      isOpen = frames.fill(stream);
      while (frames.next()) {
        read.add(decoder.decode(frames.bytes(), frames.from(), frames.to(), "peer"));
      }
    }
    return read;
  }

  @Test
  void sendsSyslogOverTcp() throws IOException {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Tally tally = send("tcp://localhost:" + port.getLocalPort(), "");
      try (Socket connection = port.accept()) {
        List<LogRecord> read = read(connection.getInputStream());

        assertThat(tally).isEqualTo(new Tally(2, 2, 0, ""));
        assertThat(read).hasSize(2);
        assertIsLate(read.getFirst());
        assertThat(read.getLast().body()).isEqualTo(BARE.body());
      }
    }
  }

  @Test
  void sendsSyslogOverUdp() throws IOException {
    try (DatagramSocket port =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Tally tally = send("udp://localhost:" + port.getLocalPort(), "syslog");
      DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
      port.receive(packet);
      SyslogDecoder decoder = new SyslogDecoder();
      decoder.begin(NOON);

      assertThat(tally).isEqualTo(new Tally(2, 2, 0, ""));
      assertIsLate(decoder.decode(packet.getData(), 0, packet.getLength(), "peer"));
    }
  }

  @Test
  void connectsAgainAfterAConnectionThatBroke() throws IOException {
    int number;
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      number = port.getLocalPort();
    }
    String address = "tcp://localhost:" + number;
    try (Exporter exporter = new Destination(address, "", "", Duration.ZERO).open()) {
      exporter.export(List.of(LATE));
      assertThat(exporter.tally().refused()).isEqualTo(1);
      assertThat(exporter.tally().reason()).startsWith(address + " does not take them: ");
      try (ServerSocket port = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
        exporter.export(List.of(LATE));
        assertThat(exporter.tally().accepted()).isEqualTo(1);
        assertThat(port.getLocalPort()).isEqualTo(number);
      }
    }
  }

  @Test
  void refusesAddressesThatDoNotFit() {
    assertThatThrownBy(() -> send("tcp://localhost", ""))
        .hasMessage("'tcp://localhost' names no port, as tcp://localhost:5514 does");
    assertThatThrownBy(() -> send("udp://localhost:1", "otlp"))
        .hasMessage("only syslog is sent over udp");
    assertThatThrownBy(() -> send("http://localhost:1", "syslog"))
        .hasMessage("syslog is sent over tcp or udp, as to tcp://localhost:5514");
    assertThatThrownBy(() -> send("file", "loki"))
        .hasMessage("a file is written as json_lines only");
  }
}
