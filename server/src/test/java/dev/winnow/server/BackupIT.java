package dev.winnow.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.server.ApiServer.Answer;
import dev.winnow.server.backup.Restoration;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.TokenSecret;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import dev.winnow.storage.sqlite.SqliteControlStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a whole server: complete, or visibly not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BackupIT {
  private static final String PATH = "/api/v1/backup";

  /** More than the buffers of both sides take of an answer that nobody reads. */
  private static final int LARGE_RECORDS = 400;

  private static final int LARGE_BYTES = 60_000;

  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path data) {
    server = new ApiServer(data, Map.of("limits.idle_timeout", "5s"));
  }

  @AfterAll
  void end() {
    server.close();
  }

  private void receive(String lines) {
    assertThat(server.send(server.firstSecret(), "POST", "/api/logs", lines).status())
        .isEqualTo(200);
  }

  private String authorization() {
    return "Bearer " + server.firstSecret();
  }

  private Answer backup() {
    return server.send(server.firstSecret(), "GET", PATH, "");
  }

  /** Asks again and again while another one is at work. */
  private byte[] archive() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(PATH))
            .header("Authorization", authorization())
            .build();
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      while (answer.statusCode() == 503 && System.nanoTime() - deadline < 0) {
        answer = http.send(request, BodyHandlers.ofByteArray());
      }
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-tar");
      return answer.body();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  @Test
  void hasAllThatWasAcknowledgedBefore(@TempDir Path directory) throws IOException {
    receive("{\"service\":\"shop\",\"message\":\"order 1 paid\"}\n");
    byte[] archive = archive();
    receive("{\"service\":\"shop\",\"message\":\"not in it\"}\n");
    Path target = directory.resolve("restored");
    Restoration _ = Restoration.of(new ByteArrayInputStream(archive), target, bytes -> {});

    Selection shop = Selection.all("default").where(PredicateText.parse("service = shop"));
    try (LogStore copy =
        DuckDbLogStore.open(target.resolve("store"), Clock.systemUTC(), StoreSettings.DEFAULT)) {
      assertThat(
              copy.reader().search(new RecordQuery(shop, RecordQuery.Order.NEWEST_FIRST, null, 1)))
          .extracting(record -> record.kept().record().body().text())
          .containsExactly("order 1 paid");
    }
    try (ControlStore copy = SqliteControlStore.open(target.resolve("control.db"), Instant.EPOCH)) {
      assertThat(
              TokenSecret.parse(server.firstSecret())
                  .map(TokenSecret::hash)
                  .flatMap(copy.tokens()::find))
          .hasValueSatisfying(token -> assertThat(token.role()).isEqualTo(Role.ADMIN));
      assertThat(copy.auditLog().newest("default", Long.MAX_VALUE, 1).getFirst().entry())
          .satisfies(entry -> assertThat(entry.action()).isEqualTo("backup.create"))
          .satisfies(entry -> assertThat(entry.actor().name()).isEqualTo("first administrator"));
    }
  }

  private String answer(String path) {
    Answer answer = server.send(server.firstSecret(), "GET", path, "");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void headsCostNothing() throws IOException {
    String audit = answer("/api/v1/audit");
    for (int i = 0; i < 3; i++) {
      assertThat(server.send(server.firstSecret(), "HEAD", PATH, "").status()).isEqualTo(200);
    }

    assertThat(answer("/api/v1/audit")).isEqualTo(audit);
    assertThat(archive()).isNotEmpty();
  }

  @Test
  void givesUpReadersThatTakeNothing() throws IOException {
    receiveLarge();
    try (Socket stalled = begin()) {
      Answer second = backup();
      assertThat(second.status()).isEqualTo(503);
      assertThat(second.text("code")).isEqualTo("overloaded");
      receive("{\"service\":\"shop\",\"message\":\"taken in meanwhile\"}\n");
      assertThat(answer("/api/logs?service=shop")).contains("taken in meanwhile");

      assertThat(archive().length).isGreaterThan(LARGE_RECORDS * LARGE_BYTES);
      assertThat(bytesUntilEnd(stalled)).isLessThan((long) LARGE_RECORDS * LARGE_BYTES);
    }
  }

  private void receiveLarge() {
    Random random = new Random(1);
    byte[] noise = new byte[LARGE_BYTES];
    for (int i = 0; i < LARGE_RECORDS; i++) {
      random.nextBytes(noise);
      String text = Base64.getEncoder().encodeToString(noise);
      receive("{\"service\":\"large\",\"message\":\"" + text + "\"}\n");
    }
  }

  /** Asks, and reads nothing but the first byte of the answer. */
  private Socket begin() throws IOException {
    URI api = server.address();
    Socket socket = new Socket(api.getHost(), api.getPort());
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
            .formatted(PATH, authorization());
    socket.getOutputStream().write(request.getBytes(UTF_8));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  private static long bytesUntilEnd(Socket reader) throws IOException {
    try {
      return reader.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (SocketException reset) {
      // What was not read yet is lost then.
      return 0;
    }
  }
}
