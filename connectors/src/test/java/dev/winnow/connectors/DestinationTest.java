package dev.winnow.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.connectors.Receiver.Arrival;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.formats.protobuf.ProtobufWriter;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DestinationTest {
  private static final List<LogRecord> RECORDS = List.of(record("one"), record("two"));
  private static final String LINES =
      """
      {"timestamp":"1970-01-01T00:00:00.000000001Z","body":"one","service.name":"shop"}
      {"timestamp":"1970-01-01T00:00:00.000000001Z","body":"two","service.name":"shop"}
      """;

  private final Receiver receiver;

  DestinationTest() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private static LogRecord record(String body) {
    return LogRecord.builder()
        .timestamp(1)
        .body(AnyValue.of(body))
        .resource(Resource.ofService("shop"))
        .build();
  }

  private static Tally send(String address, String format, String token, Duration patience) {
    try (Exporter exporter = new Destination(address, format, token, patience).open()) {
      exporter.export(RECORDS);
      return exporter.tally();
    }
  }

  private static Tally send(String address) {
    return send(address, "", "", Duration.ofSeconds(30));
  }

  @Test
  void sendsOtlpToTheUsualPath() {
    assertThat(send(receiver.url(""), "", "secret", Duration.ZERO))
        .isEqualTo(new Tally(2, 2, 0, ""));
    Arrival arrival = receiver.arrivals().getFirst();
    assertThat(arrival.path()).isEqualTo("/v1/logs");
    assertThat(arrival.contentType()).isEqualTo("application/x-protobuf");
    assertThat(arrival.authorization()).isEqualTo("Bearer secret");
    byte[] body = arrival.body();
    assertThat(new OtlpProtobufDecoder(DecodeLimits.DEFAULT).decode(body, 0, body.length).records())
        .isEqualTo(RECORDS);
  }

  @Test
  void sendsJsonLinesWhereThePathIsOfThose() {
    assertThat(send(receiver.url("/api/logs"))).isEqualTo(new Tally(2, 2, 0, ""));
    Arrival arrival = receiver.arrivals().getFirst();
    assertThat(arrival.contentType()).isEqualTo("application/x-ndjson");
    assertThat(arrival.authorization()).isEqualTo("null");
    assertThat(arrival.text()).isEqualTo(LINES);
  }

  @Test
  void sendsInTheFormatThatIsNamed() {
    send(receiver.url(""), "json_lines", "", Duration.ZERO);
    send(receiver.url("/custom"), "json_lines", "", Duration.ZERO);
    assertThat(receiver.arrivals())
        .extracting(Arrival::path)
        .containsExactly("/api/logs", "/custom");
  }

  @Test
  void sendsTheSameAgainWhenItIsAskedTo() {
    receiver.answering(503, "0", new byte[0]).answering(429, "0", new byte[0]);
    assertThat(send(receiver.url("/v1/logs"))).isEqualTo(new Tally(2, 2, 0, ""));
    assertThat(receiver.arrivals()).hasSize(3);
    assertThat(receiver.arrivals().stream().map(Arrival::key).distinct()).hasSize(1);
  }

  @Test
  void pausesEvenIfTheReceiverWantsNoPause() {
    receiver.answering(503, "0", "full".getBytes(UTF_8));
    assertThat(send(receiver.url("/v1/logs"), "", "", Duration.ofMillis(400)))
        .isEqualTo(new Tally(2, 0, 2, "503 full"));
    assertThat(receiver.arrivals()).hasSize(1);
  }

  @Test
  void givesUpWhenTheReceiverWantsToBeLeftAloneForTooLong() {
    receiver.answering(503, "3600", "full".getBytes(UTF_8));
    assertThat(send(receiver.url("/v1/logs"))).isEqualTo(new Tally(2, 0, 2, "503 full"));
    assertThat(receiver.arrivals()).hasSize(1);
  }

  @Test
  void doesNotRepeatWhatIsRefused() {
    receiver.answering(401, "", "who are you?".getBytes(UTF_8));
    assertThat(send(receiver.url("/v1/logs"))).isEqualTo(new Tally(2, 0, 2, "401 who are you?"));
    assertThat(receiver.arrivals()).hasSize(1);
  }

  @Test
  void countsWhatIsTakenInPart() {
    ProtobufWriter partial = new ProtobufWriter().number(1, 1).text(2, "too old");
    receiver
        .answering(200, "", new ProtobufWriter().message(1, partial).toByteArray())
        .answering(200, "", "{\"accepted\":1,\"malformed\":1}".getBytes(UTF_8));
    assertThat(send(receiver.url("/v1/logs"))).isEqualTo(new Tally(2, 1, 1, "too old"));
    assertThat(send(receiver.url("/api/logs"))).isEqualTo(new Tally(2, 1, 1, "they are malformed"));
  }

  @Test
  void refusesAnswersThatAreNone() {
    receiver.answering(200, "", new byte[] {(byte) 0xff});
    assertThat(send(receiver.url("/v1/logs")).refused()).isEqualTo(2);
  }

  @Test
  void tellsThatNobodyAnswers() {
    receiver.close();
    Tally tally = send(receiver.url("/v1/logs"), "", "", Duration.ZERO);
    assertThat(tally.refused()).isEqualTo(2);
    assertThat(tally.reason()).contains("does not answer");
  }

  @Test
  void appendsToAFile(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("out.jsonl");
    send(file.toString());
    assertThat(send(file.toString())).isEqualTo(new Tally(2, 2, 0, ""));
    assertThat(Files.readString(file)).isEqualTo(LINES + LINES);
  }

  @Test
  void refusesFilesThatCannotBeWritten(@TempDir Path directory) {
    assertThatThrownBy(() -> send(directory.toString()))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith(directory + " cannot be written");
  }

  @Test
  void refusesWhatIsNoDestination() {
    assertThatThrownBy(() -> send("gopher://x"))
        .hasMessageStartingWith("'gopher://x' is no address");
    assertThatThrownBy(() -> send("http:///x")).hasMessageStartingWith("'http:///x' is no address");
    assertThatThrownBy(() -> send("http://x y/")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> send("http://x", "morse", "", Duration.ZERO))
        .hasMessage(
            "'morse' is no format; there are json_lines, otlp, loki, elasticsearch and syslog");
    assertThatThrownBy(() -> send("file", "otlp", "", Duration.ZERO))
        .hasMessage("a file is written as json_lines only");
  }
}
