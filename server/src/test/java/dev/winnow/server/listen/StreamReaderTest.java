package dev.winnow.server.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Bodies that are read as they come, told by the bytes on the wire. */
final class StreamReaderTest {
  private static final String HEAD =
      """
      POST /stream HTTP/1.1\r
      Host: localhost\r
      Transfer-Encoding: chunked\r
      """;

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static void sendPiece(Socket socket, String piece) throws IOException {
    send(socket, Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
  }

  private static String next(TestServer server) throws InterruptedException {
    return String.valueOf(server.pieces.poll(1, TimeUnit.MINUTES));
  }

  private static String allOf(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  @Test
  void handsOnEachPieceAsItComesAndAnswersAtTheEnd() throws Exception {
    try (TestServer server = new TestServer();
        Socket socket = server.connect()) {
      send(socket, HEAD + "Connection: close\r\n\r\n");
      sendPiece(socket, "one");
      assertThat(next(server)).isEqualTo("one");
      sendPiece(socket, "two");
      assertThat(next(server)).isEqualTo("two");
      send(socket, "0\r\n\r\n");

      assertThat(allOf(socket)).startsWith("HTTP/1.1 200 ").endsWith("length 6");
      assertThat(server.arrivals("stream", "accepted")).containsExactly(1d, 6d);
    }
  }

  /** Of two that are slow, the one that began later, and is no stream, runs out of time. */
  @Test
  void givesAStreamAllTheTimeItTakes() throws Exception {
    try (TestServer server = new TestServer("limits.read_timeout", "200ms");
        Socket stream = server.connect();
        Socket body = server.connect()) {
      send(stream, HEAD + "Connection: close\r\n\r\n");
      sendPiece(stream, "one");
      assertThat(next(server)).isEqualTo("one");
      send(body, "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n1");
      assertThat(allOf(body)).startsWith("HTTP/1.1 408 ");
      sendPiece(stream, "two");
      send(stream, "0\r\n\r\n");

      assertThat(allOf(stream)).startsWith("HTTP/1.1 200 ").endsWith("length 6");
    }
  }

  @Test
  void takesMoreThanABodyMayHave() throws Exception {
    try (TestServer server = new TestServer("limits.request_size", "1KiB");
        Socket socket = server.connect()) {
      send(socket, HEAD + "Connection: close\r\n\r\n");
      for (int i = 0; i < 1_000; i++) {
        sendPiece(socket, "x".repeat(1024));
      }
      send(socket, "0\r\n\r\n");

      assertThat(allOf(socket)).startsWith("HTTP/1.1 200 ").endsWith("length 1024000");
    }
  }

  @Test
  void leavesTheRoomOfRequestsToOthersWhileNothingComes() throws Exception {
    try (TestServer server =
            new TestServer("limits.requests_in_flight", "1KiB", "limits.request_size", "1KiB");
        Socket first = server.connect();
        Socket second = server.connect()) {
      for (Socket socket : List.of(first, second)) {
        send(socket, HEAD + "\r\n");
        sendPiece(socket, "x".repeat(1_000));
        assertThat(next(server)).hasSize(1_000);
      }
      String body = "Connection: close\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1_000);

      assertThat(server.exchange("POST /echo HTTP/1.1\r\nHost: localhost\r\n" + body))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void readsSoManyOfATenantAtATime() throws Exception {
    List<Socket> open = new ArrayList<>();
    try (TestServer server = new TestServer();
        Socket oneMore = server.connect()) {
      for (int i = 0; i < OpenStreams.MOST_PER_TENANT; i++) {
        Socket socket = server.connect();
        open.add(socket);
        send(socket, HEAD + "\r\n");
        sendPiece(socket, "one");
        assertThat(next(server)).isEqualTo("one");
      }
      send(oneMore, HEAD + "\r\n");
      assertThat(allOf(oneMore)).startsWith("HTTP/1.1 503 ").endsWith("overloaded");

      for (Socket socket : open) {
        socket.close();
      }
      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.exchange(HEAD + "Connection: close\r\n\r\n0\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  /** The sender never ends its body, so the connection is all that can end. */
  @Test
  void closesTheConnectionOfAStreamThatIsRefused() throws Exception {
    try (TestServer server = new TestServer();
        Socket socket = server.connect()) {
      send(socket, HEAD + "\r\n");
      sendPiece(socket, "stop!");

      assertThat(allOf(socket)).startsWith("HTTP/1.1 400 ").endsWith("malformed_request");
    }
  }

  @Test
  void asksWhoSendsBeforeItReads() throws Exception {
    try (TestServer server = new TestServer();
        Socket socket = server.connect()) {
      send(socket, HEAD + "Authorization: Bearer viewer\r\nExpect: 100-continue\r\n\r\n");

      assertThat(allOf(socket)).startsWith("HTTP/1.1 403 ");
      assertThat(server.pieces).isEmpty();
    }
  }

  @Test
  void endsWithASenderThatBreaksOff() throws Exception {
    try (TestServer server = new TestServer()) {
      try (Socket socket = server.connect()) {
        send(socket, HEAD + "\r\n");
        sendPiece(socket, "one");
        assertThat(next(server)).isEqualTo("one");
      }
      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.arrivals("stream", "incomplete")).containsExactly(1d, 3d);
    }
  }
}
