package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who watch see each record that they want once, as soon as it is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveIT {
  private static final String EVENTS = "/api/v1/logs/stream";
  private static final long PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private ApiServer server;
  private String secret = "";

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
    secret = server.firstSecret();
  }

  @AfterAll
  void end() {
    server.close();
    http.close();
  }

  /** What came by a WebSocket. */
  private static final class Messages implements WebSocket.Listener {
    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final Semaphore pongs = new Semaphore(0);

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean isLast) {
      part.append(data);
      if (isLast) {
        all.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      pongs.release();
      socket.request(1);
      return null;
    }

    JsonNode next() {
      try {
        String message = all.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return message == null ? JSON.nullNode() : JSON.readTree(message);
      } catch (InterruptedException | JsonProcessingException failure) {
        throw new AssertionError(failure);
      }
    }
  }

  private WebSocket open(String query, String token, Messages messages) {
    URI address = URI.create("ws" + server.address().toString().substring(4) + "/ws/logs" + query);
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    return builder.buildAsync(address, messages).join();
  }

  private Messages watch(String query) {
    Messages messages = new Messages();
    open(query, secret, messages);
    assertThat(messages.next().at("/type").asText()).isEqualTo("cursor");
    return messages;
  }

  private void send(String lines) {
    assertThat(server.send(secret, "POST", "/api/logs", lines).status()).isEqualTo(200);
  }

  private static String line(String service, String level, String message) {
    return "{\"service\":\"%s\",\"level\":\"%s\",\"message\":\"%s\"}\n"
        .formatted(service, level, message);
  }

  @Test
  void showsEachErrorOnceAndNothingElse() {
    Messages messages = watch("?level=ERROR");
    send(
        line("a", "error", "first error")
            + line("a", "info", "no error")
            + line("a", "error", "second error"));
    send(line("a", "error", "third error"));

    for (String expected : new String[] {"first error", "second error", "third error"}) {
      JsonNode message = messages.next();
      assertThat(message.at("/type").asText()).isEqualTo("new_log");
      assertThat(message.at("/data/message").asText()).isEqualTo(expected);
      assertThat(message.at("/cursor")).isEqualTo(message.at("/data/id"));
    }
  }

  @Test
  void showsARecordAsAnswersGiveIt() throws JsonProcessingException {
    Messages messages = watch("?service=whole");
    send(
        """
        {"service":"whole","level":"warn","message":"a","n":{"b":[1,2.5,null,"ä"]}}
        """);
    JsonNode data = messages.next().at("/data");
    String path = "/api/logs/" + data.at("/id").asText();

    assertThat(data).isEqualTo(JSON.readTree(server.send(secret, "GET", path, "").body()));
  }

  @ParameterizedTest
  @CsvSource({
    "?query=message%20contains%20%22needle%22",
    "?query=%7B%22op%22:%22contains%22%2C%22field%22:%22body%22%2C%22value%22:%22needle%22%7D",
    "?search=NEEDLE",
    "?service=filtered&service=another&level=warn"
  })
  void showsWhatAnyFilterOfTheApiSelects(String query) {
    Messages messages = watch(query);
    send(line("other", "info", "hay") + line("filtered", "warn", "a needle in it"));

    assertThat(messages.next().at("/data/message").asText()).isEqualTo("a needle in it");
  }

  @Test
  void goesOnBehindACursor() {
    Messages before = watch("?service=resumed");
    send(line("resumed", "info", "had"));
    String cursor = before.next().at("/cursor").asText();
    send(line("resumed", "info", "missed"));
    Messages after = new Messages();
    open("?service=resumed&after=" + cursor, secret, after);

    assertThat(after.next().at("/data/message").asText()).isEqualTo("missed");
    assertThat(after.next().at("/type").asText()).isEqualTo("cursor");
    send(line("resumed", "info", "new"));
    assertThat(after.next().at("/data/message").asText()).isEqualTo("new");
  }

  private BufferedReader events(String query, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(EVENTS + query))
            .header("Authorization", "Bearer " + secret);
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
      return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void sendsEventsWhoseIdIsTheCursor() throws IOException {
    String last;
    try (BufferedReader events = events("?service=events", Map.of())) {
      assertThat(events.readLine()).startsWith("id: ");
      assertThat(events.readLine()).startsWith("data: {\"type\":\"cursor\"");
      assertThat(events.readLine()).isEmpty();
      send(line("events", "info", "had"));
      last = events.readLine();
      assertThat(events.readLine()).startsWith("data: {\"type\":\"new_log\"").contains("\"had\"");
    }
    send(line("events", "info", "missed"));
    Map<String, String> again = Map.of("Last-Event-ID", last.substring("id: ".length()));
    try (BufferedReader events = events("?service=events&after=", again)) {
      events.readLine();
      assertThat(events.readLine()).contains("\"missed\"");
    }
  }

  private String ticket(String token) {
    ApiServer.Answer made = server.send(token, "POST", "/api/v1/tickets", "");
    assertThat(made.status()).isEqualTo(201);
    assertThat(Instant.parse(made.text("expires_at"))).isAfter(Instant.EPOCH);
    return made.text("ticket");
  }

  @Test
  void takesATicketOnceInPlaceOfAToken() {
    String request = "{\"name\":\"page\",\"role\":\"viewer\"}";
    String viewer = server.send(secret, "POST", "/api/v1/tokens", request).text("secret");
    String query = "?service=ticket&ticket=" + ticket(viewer);
    Messages messages = new Messages();
    open(query, "", messages);
    messages.next();
    send(line("ticket", "info", "shown"));

    assertThat(messages.next().at("/data/message").asText()).isEqualTo("shown");
    refuses(query, "", 401);
    assertThat(server.send("", "GET", "/api/logs?ticket=" + ticket(viewer), "").status())
        .isEqualTo(401);
  }

  private void refuses(String query, String token, int status) {
    assertThatThrownBy(() -> open(query, token, new Messages()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
  }

  @ParameterizedTest
  @CsvSource({
    "'', , 401",
    "?ticket=0123456789abcdef0123456789abcdef, , 401",
    "?token=TOKEN, , 401",
    "?levl=error, TOKEN, 422",
    "?level=error&search=a&search=b, TOKEN, 422",
    "?level=loud, TOKEN, 422",
    "?query=((, TOKEN, 422",
    "?query=%7B, TOKEN, 422",
    "?after=x, TOKEN, 422",
    "?after=3ZZZZZZZZZZZZ0000000000000, TOKEN, 422",
    "?start_time=1h, TOKEN, 422"
  })
  void refusesBeforeItOpens(String query, @Nullable String token, int status) {
    refuses(query.replace("TOKEN", secret), token == null ? "" : secret, status);
  }

  @Test
  void refusesWebPagesOfOtherOrigins() {
    Map<String, String> page =
        Map.of("Authorization", "Bearer " + secret, "Origin", "https://elsewhere.example");

    assertThat(server.send("GET", EVENTS, new byte[0], page).statusCode()).isEqualTo(403);
  }

  @Test
  void saysThatAWebSocketIsOpenedThere() {
    ApiServer.Answer answer = server.send(secret, "GET", "/ws/logs", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("malformed_request");
    assertThat(server.send(secret, "POST", "/ws/logs", "{}").status()).isEqualTo(405);
  }

  @Test
  void countsWhoWatchesAndWhatTheyAreShown() {
    Messages messages = watch("?service=counted");
    send(line("counted", "info", "shown"));
    messages.next();

    assertThat(server.send(secret, "GET", "/metrics", "").body())
        .containsPattern("winnow_live_tails [1-9]")
        .containsPattern("winnow_live_sent_total [1-9]")
        .contains("winnow_live_dropped_total 0.0");
  }

  @Test
  void showsAThousandReadersAtOnceAndRefusesOneMore() {
    String crowd =
        server
            .send(
                secret,
                "POST",
                "/api/v1/tokens",
                "{\"tenant_id\":\"crowd\",\"name\":\"crowd\",\"role\":\"editor\"}")
            .text("secret");
    List<Messages> readers = new ArrayList<>();
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      readers.add(new Messages());
      sockets.add(open("", crowd, readers.getLast()));
    }
    readers.forEach(reader -> assertThat(reader.next().at("/type").asText()).isEqualTo("cursor"));

    refuses("", crowd, 503);
    server.send(
        crowd, "POST", "/api/logs", line("crowd", "info", "once") + line("crowd", "info", "twice"));

    for (Messages reader : readers) {
      assertThat(reader.next().at("/data/message").asText()).isEqualTo("once");
      assertThat(reader.next().at("/data/message").asText()).isEqualTo("twice");
    }
    sockets.forEach(WebSocket::abort);
  }

  @Test
  void answersPings() throws InterruptedException {
    Messages messages = new Messages();
    open("", secret, messages).sendPing(ByteBuffer.allocate(0)).join();

    assertThat(messages.pongs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
