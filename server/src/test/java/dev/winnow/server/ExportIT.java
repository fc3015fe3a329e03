package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.server.ApiServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of a whole server: complete, or visibly not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportIT {
  private static final String MANY = "/api/logs/export?service=many";

  /** More than the buffers of both sides take of an answer that nobody reads. */
  private static final String LARGE = "/api/logs/export?service=large";

  private static final int LARGE_RECORDS = 300;
  private static final int LARGE_CHARACTERS = 100_000;
  private static final int AT_ONCE = 4;

  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory, Map.of("limits.idle_timeout", "5s"));
    for (int from = 0; from < 5_000; from += 1_000) {
      StringBuilder lines = new StringBuilder();
      for (int i = from; i < from + 1_000; i++) {
        lines.append(
            "{\"timestamp\":%d,\"service\":\"many\",\"message\":\"caf\u00e9 %d\",\"n\":%d}\n"
                .formatted(1_700_000_000_000L + i / 7, i, i));
      }
      receive(lines.toString());
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < LARGE_RECORDS; i++) {
      receive("{\"service\":\"large\",\"message\":\"" + unpackable(random) + "\"}\n");
    }
  }

  @AfterAll
  void end() {
    server.close();
  }

  private static String unpackable(SplittableRandom random) {
    byte[] bytes = new byte[LARGE_CHARACTERS * 3 / 4];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void receive(String lines) {
    Answer receipt = server.send(server.firstSecret(), "POST", "/api/logs", lines);
    assertThat(receipt.status()).isEqualTo(200);
  }

  private Answer export(String address) {
    return server.send(server.firstSecret(), "GET", address, "");
  }

  @Test
  void hasEachRecordOnceAsAnswersHaveIt() {
    Answer export = export(MANY);
    List<String> lines = export.body().lines().toList();
    List<String> messages = new ArrayList<>();
    for (String line : lines) {
      messages.add(ApiDescription.read(line).get("message").asText());
    }
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      sent.add("caf\u00e9 " + i);
    }

    assertThat(export.mediaType()).isEqualTo("application/x-ndjson");
    assertThat(messages).isEqualTo(sent);
    for (String line : List.of(lines.getFirst(), lines.get(2_345), lines.getLast())) {
      String id = ApiDescription.read(line).get("id").asText();
      assertThat(export("/api/logs/" + id).body()).isEqualTo(line);
    }
  }

  @Test
  void isPackedForWhoAcceptsIt() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> packed =
          http.send(
              HttpRequest.newBuilder(server.address().resolve(MANY))
                  .header("Authorization", "Bearer " + server.firstSecret())
                  .header("Accept-Encoding", "br, gzip;q=0.5")
                  .build(),
              BodyHandlers.ofInputStream());

      assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(packed.headers().firstValue("Content-Disposition"))
          .hasValue("attachment; filename=\"logs.jsonl\"");
      try (InputStream body = new GZIPInputStream(packed.body())) {
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(export(MANY).body());
      }
    }
  }

  @Test
  void isTakenInAgainAsTheSameRecords() {
    String exported = export(MANY + "&format=otlp").body();
    String renamed = exported.replace("\"many\"", "\"again\"");
    for (String request : renamed.lines().toList()) {
      assertThat(server.send(server.firstSecret(), "POST", "/v1/logs", request).status())
          .isEqualTo(200);
    }

    assertThat(export("/api/logs/export?service=again&format=otlp").body()).isEqualTo(renamed);
    assertThat(exported.lines()).hasSize(5_000 / 100);
  }

  @Test
  void isATableOnRequest() {
    Answer table =
        export(
            "/api/logs/export?format=csv&service=many&search=caf%C3%A9%2017&end_time=1700000000100");

    assertThat(table.mediaType()).isEqualTo("text/csv");
    assertThat(table.body().split("\r\n", -1)).hasSize(1 + 11 + 1);
  }

  @Test
  void isATypedTableOnRequest(@TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    Path file = directory.resolve("logs.parquet");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Path> answer =
          http.send(
              HttpRequest.newBuilder(server.address().resolve(MANY + "&format=parquet"))
                  .header("Authorization", "Bearer " + server.firstSecret())
                  .header("Accept-Encoding", "gzip")
                  .build(),
              BodyHandlers.ofFile(file));
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("application/vnd.apache.parquet");
      assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }
    List<List<String>> lines = new ArrayList<>();
    for (String line : export(MANY).body().lines().toList()) {
      JsonNode record = ApiDescription.read(line);
      lines.add(
          List.of(
              record.get("id").asText(),
              record.get("body").asText(),
              record.get("attributes").toString(),
              record.get("template_id").asText()));
    }
    List<List<String>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT id, body, attributes, template_id FROM '" + file + "'")) {
      while (answer.next()) {
        rows.add(
            List.of(
                answer.getString(1),
                answer.getString(2),
                answer.getString(3),
                answer.getString(4)));
      }
    }
    assertThat(rows).hasSize(5_000).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/logs/export?format=xml, 422, invalid_parameter",
    "/api/logs/export?limit=7, 422, invalid_parameter",
    "/api/logs/export?query=level%20%3E, 422, invalid_predicate"
  })
  void refusesBeforeItBegins(String address, int status, String code) {
    Answer refused = export(address);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("code")).isEqualTo(code);
    assertThat(server.send("", "GET", "/api/logs/export", "").status()).isEqualTo(401);
  }

  @Test
  void headsCostNothing() {
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      assertThat(server.send(server.firstSecret(), "HEAD", MANY, "").body()).isEmpty();
    }

    assertThat(export(MANY).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "parquet"})
  void givesUpReadersThatTakeNothing(String format) throws IOException {
    List<Socket> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        stalled.add(begin(LARGE + "&format=" + format));
      }
      assertThat(export(MANY).status()).isEqualTo(503);
      untilOthersAreGone();
      assertThat(afterPlacesAreFree(MANY).body()).hasLineCount(5_000);
      for (Socket reader : stalled) {
        assertThat(bytesUntilEnd(reader)).isLessThan((long) LARGE_RECORDS * LARGE_CHARACTERS);
      }
    } finally {
      for (Socket reader : stalled) {
        reader.close();
      }
    }
  }

  @Test
  void endsWithReadersThatLeave() throws IOException {
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      begin(LARGE).close();
    }

    assertThat(afterPlacesAreFree(MANY).status()).isEqualTo(200);
  }

  /** Asks, and reads nothing but the first byte of the answer. */
  private Socket begin(String address) throws IOException {
    URI api = server.address();
    Socket socket = new Socket(api.getHost(), api.getPort());
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(address, server.firstSecret());
    socket.getOutputStream().write(request.getBytes(UTF_8));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  /** Asks again and again while too many are at work. */
  private Answer afterPlacesAreFree(String address) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    Answer answer = export(address);
    while (answer.status() == 503 && System.nanoTime() - deadline < 0) {
      answer = export(address);
    }
    return answer;
  }

  /** Asks again and again while the server has other connections. */
  private void untilOthersAreGone() {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!export("/metrics").body().contains("\nwinnow_connections 1.0\n")) {
      assertThat(System.nanoTime() - deadline).as("nanoseconds past the deadline").isNegative();
    }
  }

  private static long bytesUntilEnd(Socket reader) throws IOException {
    byte[] piece = new byte[1 << 16];
    long bytes = 0;
    try {
      for (int n = reader.getInputStream().read(piece);
          n >= 0;
          n = reader.getInputStream().read(piece)) {
        bytes += n;
      }
    } catch (SocketException reset) {
      // What was not read yet is lost then.
    }
    return bytes;
  }
}
