package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a port does with requests, told by the bytes on the wire. */
final class HttpListenerTest {
  private static final String END = "Host: localhost\r\nConnection: close\r\n";

  private static String post(String headers, String body) {
    return "POST /echo HTTP/1.1\r\n" + END + headers + "\r\n" + body;
  }

  @Test
  void handsOnBodiesOfKnownLengthAndInChunks() throws IOException {
    try (TestServer server = new TestServer()) {
      assertThat(server.exchange(post("Content-Length: 5\r\n", "12345")))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .endsWith("\r\n\r\nlength 5");
      assertThat(
              server.exchange(
                  post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n")))
          .endsWith("\r\n\r\nlength 4");
      assertThat(server.exchange(post("Content-Length: 0\r\n", ""))).endsWith("length 0");
    }
  }

  @Test
  void asksForTheBodyOnlyIfItWouldTakeIt() throws IOException {
    try (TestServer server = new TestServer("limits.request_size", "1KiB")) {
      assertThat(server.exchange(post("Expect: 100-continue\r\nContent-Length: 1\r\n", "x")))
          .startsWith("HTTP/1.1 100 Continue\r\n")
          .endsWith("length 1");
      assertThat(
              server.exchange(
                  post("Expect: 100-continue\r\nContent-Length: 1025\r\n", "x".repeat(1025))))
          .startsWith("HTTP/1.1 413 ")
          .endsWith("request_too_large");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?a=%zz", "?a=%", "?a=%e"})
  void refusesQueriesThatAreMalformed(String query) throws IOException {
    try (TestServer server = new TestServer()) {
      assertThat(server.exchange("GET /echo" + query + " HTTP/1.1\r\n" + END + "\r\n"))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"code\":\"malformed_request\"");
    }
  }

  @Test
  void answersWhatItCannotReadAsARequest() throws IOException {
    try (TestServer server = new TestServer("limits.header_size", "1KiB")) {
      String much = "x".repeat(1025);

      assertThat(server.exchange("GET /" + much + " HTTP/1.1\r\n" + END + "\r\n"))
          .contains(" 431 ")
          .contains("\"code\":\"request_head_too_large\"");
      assertThat(server.exchange("GET / HTTP/1.1\r\nX: " + much + "\r\n" + END + "\r\n"))
          .contains(" 431 ")
          .contains("\"code\":\"request_head_too_large\"");
      assertThat(server.exchange("GET ?a=b HTTP/1.1\r\n" + END + "\r\n"))
          .contains(" 400 ")
          .contains("\"code\":\"malformed_request\"");
      assertThat(server.exchange("BROKEN\r\n\r\n"))
          .contains(" 400 ")
          .contains("\"code\":\"malformed_request\"");
    }
  }

  @Test
  void refusesBodiesWhoseChunksAreBroken() throws IOException {
    try (TestServer server = new TestServer()) {
      assertThat(server.exchange(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\nzz\r\nabc")))
          .startsWith("HTTP/1.1 400 ");
      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.arrivals("echo", "malformed_request").getFirst()).isEqualTo(1);
    }
  }

  @Test
  void refusesBodiesThatAreTooLarge() throws IOException {
    try (TestServer server = new TestServer("limits.request_size", "1KiB")) {
      String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";

      assertThat(server.exchange(post("Content-Length: 1025\r\n", "x".repeat(1025))))
          .startsWith("HTTP/1.1 413 ")
          .endsWith("request_too_large");
      assertThat(
              server.exchange(
                  post("Transfer-Encoding: chunked\r\n", chunk + "1\r\nx\r\n0\r\n\r\n")))
          .startsWith("HTTP/1.1 413 ")
          .endsWith("request_too_large");
    }
  }

  @Test
  void asksToComeAgainWhenBodiesFillTheirRoom() throws IOException {
    try (TestServer server =
        new TestServer("limits.request_size", "1KiB", "limits.requests_in_flight", "1KiB")) {
      try (Socket holding = server.connect()) {
        String half = post("Content-Length: 1024\r\nExpect: 100-continue\r\n", "");
        holding.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        assertThat(holding.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
        holding.getOutputStream().write(new byte[1000]);

        // The bytes of the first are on their way; the second finds no room once they are there.
        assertThat(exchangeUntil("HTTP/1.1 503", server))
            .contains("\r\nRetry-After: 1\r\n")
            .endsWith("overloaded");
      }
      // What the first held is given back when its connection breaks.
      assertThat(exchangeUntil("HTTP/1.1 200", server)).endsWith("length 512");
    }
  }

  /** The first answer that begins so, to half the room; the last one if there is none in time. */
  private static String exchangeUntil(String beginning, TestServer server) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String answer;
    do {
      answer = server.exchange(post("Content-Length: 512\r\n", "x".repeat(512)));
    } while (!answer.startsWith(beginning) && System.nanoTime() < end);
    return answer;
  }

  @Test
  void refusesThoseWhoMayNotSend() throws IOException {
    try (TestServer server = new TestServer()) {
      assertThat(server.exchange(post("Authorization: Bearer viewer\r\nContent-Length: 0\r\n", "")))
          .startsWith("HTTP/1.1 403 ")
          .endsWith("forbidden");
    }
  }

  @Test
  void refusesRecordsForAFullDisk() throws IOException {
    try (TestServer server = new TestServer("data.min_free", "1000000TiB")) {
      assertThat(server.exchange(post("Content-Length: 0\r\n", "")))
          .startsWith("HTTP/1.1 503 ")
          .contains("\r\nRetry-After: 1\r\n")
          .endsWith("disk_nearly_full");
    }
  }

  /** Senders would repeat for ever what always meets the same fault. */
  @ParameterizedTest
  @ValueSource(strings = {"1234567", "12345678"})
  void refusesForEverWhatMeetsAFault(String body) throws IOException {
    try (TestServer server = new TestServer()) {
      assertThat(server.exchange(post("Content-Length: " + body.length() + "\r\n", body)))
          .startsWith("HTTP/1.1 500 ")
          .doesNotContain("Retry-After")
          .endsWith("\r\n\r\ninternal_error");
      assertThat(server.traffic.errors()).isEqualTo(1);
    }
  }

  @Test
  void asksToComeAgainWhenMemoryIsShort() throws IOException {
    try (TestServer server = new TestServer()) {
      assertThat(server.exchange(post("Content-Length: 9\r\n", "123456789")))
          .startsWith("HTTP/1.1 503 ")
          .contains("\r\nRetry-After: 1\r\n")
          .endsWith("\r\n\r\noverloaded");
    }
  }

  /** It would hold the room of its body for ever. */
  @Test
  void endsRequestsWhoseConnectionBreaksBeforeTheirSenderIsKnown() throws IOException {
    try (TestServer server = new TestServer()) {
      try (Socket socket = server.connect()) {
        String part = post("Authorization: Bearer slow\r\nContent-Length: 9\r\n", "1234");
        socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      }
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (server.traffic.requests() == 0 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }

      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.arrivals("echo", "incomplete").getFirst()).isEqualTo(1);
    }
  }

  @Test
  void countsRequestsAndBytesByWhatBecameOfThem() throws IOException {
    try (TestServer server = new TestServer("limits.request_size", "1KiB")) {
      String much = "x".repeat(1025);
      server.exchange(post("Content-Length: 5\r\n", "12345"));
      server.exchange(post("Content-Length: 1025\r\n", much));
      server.exchange(
          post("Transfer-Encoding: chunked\r\n", "401\r\n" + much + "\r\n1\r\nx\r\n0\r\n\r\n"));
      server.exchange(post("Content-Length: 4\r\nAuthorization: Bearer viewer\r\n", "1234"));
      server.exchange(post("Content-Length: 3\r\nContent-Encoding: br\r\n", "123"));
      server.exchange(post("Content-Length: 2\r\nOrigin: http://evil.example\r\n", "12"));

      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.arrivals("echo", "accepted")).containsExactly(1.0, 5.0);
      assertThat(server.arrivals("echo", "request_too_large")).containsExactly(2.0, 2051.0);
      assertThat(server.arrivals("echo", "forbidden")).containsExactly(1.0, 4.0);
      assertThat(server.arrivals("echo", "unsupported_media_type")).containsExactly(1.0, 3.0);
      assertThat(server.arrivals("echo", "origin_not_allowed")).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void refusesNewRequestsWhileItEnds() throws IOException {
    try (TestServer server = new TestServer()) {
      server.isClosing.set(true);

      assertThat(server.exchange(post("Content-Length: 0\r\n", "")))
          .startsWith("HTTP/1.1 503 ")
          .contains("\r\nRetry-After: 1\r\n")
          .endsWith("shutting_down");
      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n12",
        "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12"
      })
  void doesNotWaitForLateBodies(String text) throws IOException {
    try (TestServer server = new TestServer("limits.read_timeout", "500ms")) {
      assertThat(server.exchange(text)).startsWith("HTTP/1.1 408 ");
      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.arrivals("echo", "request_timeout").getFirst()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /echo HT", "POST /echo HTTP/1.1\r\nHost: loc"})
  void doesNotWaitForLateHeads(String text) throws IOException {
    try (TestServer server = new TestServer("limits.read_timeout", "100ms")) {
      assertThat(server.exchange(text)).isEmpty();
    }
  }

  @Test
  void closesConnectionsThatAreIdle() throws IOException {
    try (TestServer server = new TestServer("limits.idle_timeout", "1s")) {
      assertThat(
              server.exchange(
                  "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx"))
          .endsWith("length 1");
    }
  }

  @Test
  void closesConnectionsBeyondTheLimit() throws IOException {
    try (TestServer server = new TestServer("limits.connections", "1");
        Socket first = server.connect()) {
      first
          .getOutputStream()
          .write(
              post("Content-Length: 1\r\nExpect: 100-continue\r\n", "")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(first.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");

      try (Socket second = server.connect();
          InputStream answer = second.getInputStream()) {
        assertThat(answer.read()).isEqualTo(-1);
      }
      assertThat(server.refusedConnections()).isEqualTo(1);
    }
  }

  @Test
  void refusesHeadersThatAreTooLarge() throws IOException {
    try (TestServer server = new TestServer("limits.header_size", "1KiB")) {
      assertThat(server.exchange(post("X: " + "x".repeat(2000) + "\r\n", "")))
          .startsWith("HTTP/1.1 431 ");
    }
  }

  /** A connection that is closed at once is reset by what still comes, and the answer is lost. */
  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1\r\nX: ', 431",
    "'POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400",
    "'POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000000\r\n\r\n', 408",
    "'POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000000\r\n\r\n', 413",
    "'POST /none HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000000\r\n\r\n', 404"
  })
  void leavesSendersTimeToReadTheirAnswer(String beginning, String status) throws IOException {
    try (TestServer server = new TestServer("limits.read_timeout", "1s");
        Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.US_ASCII));
      byte[] piece = "x".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
      out.write(piece);
      int first = socket.getInputStream().read();
      for (int i = 1; i < 800; i++) {
        out.write(piece);
      }

      assertThat(first).isEqualTo('H');
      assertThat(socket.getInputStream().readNBytes(11)).asString().isEqualTo("TTP/1.1 " + status);
    }
  }

  @Test
  void tellsWhichKeySetsAPortThatIsTaken() {
    Vertx vertx = Vertx.vertx();
    try (TestServer server = new TestServer()) {
      Endpoint taken = new Endpoint("127.0.0.1", server.port(), "server.port", 1);

      assertThatThrownBy(
              () -> HttpListener.start(vertx, taken, server.ports, Gate.nothingBut(Map.of())))
          .hasMessage(
              "cannot listen on port %d of 127.0.0.1 (server.port, server.host): Address already"
                      .formatted(server.port())
                  + " in use")
          .extracting(failure -> ((WinnowException) failure).code())
          .isEqualTo(ErrorCode.ADDRESS_NOT_AVAILABLE);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
