package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who watch see each record once, whatever happens to the server or to them. */
final class LiveTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final Pattern TEXT = Pattern.compile("\"message\":\"([^\"]*)\"");
  private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]*)\"}");
  private static final Pattern DROPPED = Pattern.compile("\"dropped\",\"count\":(\\d+)");

  @TempDir private Path home;

  /** What came by a WebSocket. */
  private static final class Messages implements WebSocket.Listener {
    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    static Messages of(Http api, String query) {
      Messages messages = new Messages();
      URI address = URI.create("ws" + api.address().toString().substring(4) + "/ws/logs" + query);
      var _ = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, messages).join();
      return messages;
    }

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

    String next() {
      try {
        return String.valueOf(all.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }

    String nextText() {
      return group(TEXT, next());
    }
  }

  private static String line(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new AssertionError("nothing more comes");
    }
    return line;
  }

  private static String group(Pattern pattern, String message) {
    Matcher found = pattern.matcher(message);
    if (!found.find()) {
      throw new AssertionError("nothing like '%s' in %s".formatted(pattern, message));
    }
    return found.group(1);
  }

  private static void send(Http api, String... texts) {
    StringBuilder lines = new StringBuilder();
    for (String text : texts) {
      lines.append("{\"service\":\"shop\",\"message\":\"").append(text).append("\"}\n");
    }
    assertThat(api.post("/api/logs", lines.toString()).status()).isEqualTo(200);
  }

  @Test
  void goesOnBehindItsCursorAfterTheServerWasKilled() {
    PackagedProgram winnow = new PackagedProgram(home).withServer();
    String cursor;
    try (RunningServer server = RunningServer.start(winnow, home.resolve("data"))) {
      Messages messages = Messages.of(server.api(), "");
      messages.next();
      send(server.api(), "first", "second");
      assertThat(messages.nextText()).isEqualTo("first");
      cursor = group(CURSOR, messages.next());
      send(server.api(), "third", "fourth");
      server.kill();
    }
    try (RunningServer server = RunningServer.start(winnow, home.resolve("data"))) {
      send(server.api(), "fifth");
      Messages messages = Messages.of(server.api(), "?after=" + cursor);

      assertThat(List.of(messages.nextText(), messages.nextText(), messages.nextText()))
          .containsExactly("third", "fourth", "fifth");
      assertThat(messages.next()).startsWith("{\"type\":\"cursor\"");
      send(server.api(), "sixth");
      assertThat(messages.nextText()).isEqualTo("sixth");
    }
  }

  @Test
  void printsWhatIsStoredAlsoAfterTheServerWasStartedAgain() throws IOException {
    PackagedProgram winnow = new PackagedProgram(home).withServer();
    Process tail;
    String port;
    try (RunningServer server = RunningServer.start(winnow, home.resolve("data"))) {
      URI address = server.api().address();
      port = "server.port=" + address.getPort();
      tail = winnow.process("tail", "--json", "--url", address.toString()).start();
      // What it says first shows that it is there: only then is the server taken away.
      BufferedReader out = tail.inputReader();
      for (int i = 0; !out.ready(); i++) {
        send(server.api(), "try " + i);
      }
      assertThat(line(out)).contains("\"message\":\"try ");
      server.kill();
    }
    try (RunningServer server = RunningServer.start(winnow, home.resolve("data"), port)) {
      send(server.api(), "after the start");
      BufferedReader out = tail.inputReader();
      while (!line(out).contains("after the start")) {
        // Those come before that were sent before.
      }
      // By its handle, as the process would close what it has said.
      boolean isEnding = tail.toHandle().destroy();
      assertThat(isEnding).isTrue();
      assertThat(tail.errorReader().lines())
          .contains("winnow: the connection to the server is lost; trying again every second")
          .contains("winnow: connected again; what was stored meanwhile follows");
      assertThat(tail.onExit().join().exitValue()).isEqualTo(143);
    }
  }

  /**
   * Does not read until so much was sent that neither the system nor the server keeps all of it.
   */
  @Test
  void tellsASlowReaderExactlyHowManyItMissed() throws IOException {
    PackagedProgram winnow = new PackagedProgram(home).withServer();
    int records = 20_000;
    try (RunningServer server = RunningServer.start(winnow, home.resolve("data"));
        Socket socket = new Socket()) {
      URI address = server.api().address();
      Messages prompt = Messages.of(server.api(), "?search=the%20last");
      prompt.next();
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      String head = "GET /api/v1/logs/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      BufferedReader events =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      while (!line(events).startsWith("data: {\"type\":\"cursor\"")) {
        // The head of the answer comes before.
      }
      for (int i = 0; i < records; i += 1_000) {
        send(server.api(), texts(i, 1_000));
      }
      send(server.api(), "the last");
      assertThat(prompt.nextText()).isEqualTo("the last");

      List<String> shown = new ArrayList<>();
      long dropped = 0;
      while (shown.isEmpty() || !shown.getLast().equals("the last")) {
        String line = line(events);
        Matcher gap = DROPPED.matcher(line);
        if (gap.find()) {
          dropped += Long.parseLong(gap.group(1));
        } else if (line.startsWith("data: {\"type\":\"new_log\"")) {
          shown.add(group(TEXT, line));
        }
      }
      assertThat(dropped).isPositive();
      assertThat(shown.size() + dropped).isEqualTo(records + 1L);
      assertThat(shown).doesNotHaveDuplicates();
    }
  }

  /** Texts of some length, whose numbers sort as they were sent. */
  private static String[] texts(int from, int count) {
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = "%08d ".formatted(from + i) + "x".repeat(500);
    }
    return texts;
  }
}
