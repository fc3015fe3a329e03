package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is uploaded of a journal is what the API answers, once, and while it is uploaded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JournalIT {
  private static final String TYPE = "application/vnd.fdo.journal";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
  }

  @AfterAll
  void end() {
    server.close();
  }

  private static String cursor(String service, int number) {
    return "s=%s;i=%x;b=1;m=2;t=3;x=4".formatted(service, number);
  }

  private static String entry(String service, int number) {
    return """
    __CURSOR=%s
    __REALTIME_TIMESTAMP=1795255200123456
    PRIORITY=4
    SYSLOG_IDENTIFIER=%s
    _HOSTNAME=web-1
    MESSAGE=order %d late

    """
        .formatted(cursor(service, number), service, number);
  }

  private static String entries(String service, int count) {
    StringBuilder entries = new StringBuilder();
    for (int number = 0; number < count; number++) {
      entries.append(entry(service, number));
    }
    return entries.toString();
  }

  private HttpResponse<String> upload(String journal, String... headers) {
    Map<String, String> all =
        new HashMap<>(
            Map.of("Content-Type", TYPE, "Authorization", "Bearer " + server.firstSecret()));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return server.send("POST", "/upload", journal.getBytes(UTF_8), all);
  }

  private JsonNode logs(String service) {
    String address =
        "/api/logs?start_time=2026-01-01T00:00:00Z&count=true&limit=1&service=" + service;
    return ApiDescription.read(server.send(server.firstSecret(), "GET", address, "").body());
  }

  private long stored(String service) {
    return logs(service).get("total").asLong();
  }

  private void awaitStored(String service, int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (stored(service) != count) {
      if (System.nanoTime() > deadline) {
        Assertions.fail("%d records of %s were stored", stored(service), service);
      }
      Thread.onSpinWait();
    }
  }

  /** A connection on which an upload has begun that nothing ends. */
  private Socket begin() throws IOException {
    return begin(server.firstSecret());
  }

  private Socket begin(String secret) throws IOException {
    Socket socket = new Socket(server.address().getHost(), server.address().getPort());
    String head =
        """
        POST /upload HTTP/1.1\r
        Host: localhost\r
        Content-Type: %s\r
        Transfer-Encoding: chunked\r
        Connection: close\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(TYPE, secret);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  private static void send(Socket socket, String journal) throws IOException {
    byte[] bytes = journal.getBytes(UTF_8);
    OutputStream out = socket.getOutputStream();
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
    out.write(bytes);
    out.write("\r\n".getBytes(UTF_8));
  }

  @Test
  void storesEntriesWhileOthersAreStillToCome() throws IOException {
    try (Socket socket = begin()) {
      send(socket, entry("streamed", 0) + "MESSAGE=half of");
      awaitStored("streamed", 1);
      send(socket, " one\n\n" + entry("streamed", 1));
      awaitStored("streamed", 2);
      socket.getOutputStream().write("0\r\n\r\n".getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("stored\n");
    }
    JsonNode log = logs("streamed").get("logs").get(0);
    assertThat(log.get("timestamp").asText()).isEqualTo("2026-11-21T10:00:00.123456000Z");
    assertThat(log.get("severity_number").asInt()).isEqualTo(13);
    assertThat(log.get("body").asText()).startsWith("order ");
    assertThat(log.get("resource"))
        .hasToString("{\"service.name\":\"streamed\",\"host.name\":\"web-1\"}");
    assertThat(log.get("receiver").asText()).isEqualTo("journald");
  }

  @Test
  void storesOnceWhatIsUploadedAgain() {
    String journal = entries("repeated", 5_000);

    assertThat(upload(journal).statusCode()).isEqualTo(200);
    assertThat(upload(journal).statusCode()).isEqualTo(200);
    assertThat(stored("repeated")).isEqualTo(5_000);
    assertThat(server.send(server.firstSecret(), "GET", "/api/v1/ledger", "").body())
        .contains("repeated_request");
  }

  /** The connection breaks behind the end of a batch; what is sent again holds more than that. */
  @Test
  void goesOnAfterAConnectionThatBroke() throws IOException {
    List<Integer> batchEnds =
        IntStream.range(0, 3_000)
            .filter(number -> (cursor("broken", number).hashCode() * 0x9e3779b9) >>> 23 == 0)
            .boxed()
            .toList();
    int stored = batchEnds.get(1) + 1;
    try (Socket socket = begin()) {
      send(socket, entries("broken", stored));
      awaitStored("broken", stored);
    }

    assertThat(upload(entries("broken", 3_000)).statusCode()).isEqualTo(200);
    assertThat(stored("broken")).isEqualTo(3_000);
  }

  @Test
  void storesWhatComesBeforeSomethingThatIsNoEntry() {
    HttpResponse<String> answer = upload(entries("malformed", 3) + "no journal\n");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("the journal has a field without a name\n");
    assertThat(stored("malformed")).isEqualTo(3);
  }

  @Test
  void storesWhatIsWholeOfABodyThatWasCutOff() {
    HttpResponse<String> answer = upload(entries("cut", 3) + "PRIORITY=4\nMESSAGE=tw");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("the journal ends within a field\n");
    assertThat(stored("cut")).isEqualTo(3);
  }

  /** What is chosen of a journal differs, though it begins and ends with the same entries. */
  @Test
  void storesEntriesBetweenThoseThatWereStored() {
    String outer = entry("chosen", 0) + entry("chosen", 9);
    assertThat(upload(outer).statusCode()).isEqualTo(200);
    assertThat(upload(entries("chosen", 10)).statusCode()).isEqualTo(200);

    assertThat(stored("chosen")).isEqualTo(12);
  }

  @Test
  void stopsAnUploadWhoseTokenIsRevoked() throws IOException {
    JsonNode token =
        ApiDescription.read(
            server
                .send(
                    server.firstSecret(),
                    "POST",
                    "/api/v1/tokens",
                    "{\"name\":\"journal\",\"role\":\"editor\"}")
                .body());
    try (Socket socket = begin(token.get("secret").asText())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      send(socket, entry("revoked", 0));
      awaitStored("revoked", 1);
      String address = "/api/v1/tokens/" + token.get("id").asText();
      assertThat(server.send(server.firstSecret(), "DELETE", address, "").status()).isEqualTo(200);

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 401 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type, application/json, 415",
    "Content-Encoding, zstd, 415",
    "Authorization, Bearer wn_x, 401",
    "Authorization, '', 401"
  })
  void refusesWhatItCannotTake(String header, String value, int status) {
    HttpResponse<String> answer = upload(entries("refused", 3), header, value);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).endsWith("\n").doesNotContain("Exception");
    assertThat(stored("refused")).isZero();
  }

  @Test
  void takesAnUploadOfNothing() {
    assertThat(upload("\n").statusCode()).isEqualTo(200);
  }

  @Test
  void understandsPostOnly() {
    assertThat(server.send(server.firstSecret(), "GET", "/upload", "").status()).isEqualTo(405);
  }
}
