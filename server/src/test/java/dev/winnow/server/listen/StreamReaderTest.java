package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StreamReaderTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void close() {
    server.close();
  }

  /** What follows would be sent to nobody (RFC 9112, 9.6). */
  @Test
  void tellsThatTheConnectionEndsWithWhatIsRefusedBeforeItIsComplete() throws IOException {
    String refused =
        server.exchange(
            """
            POST /stream HTTP/1.1\r
            Host: localhost\r
            Transfer-Encoding: chunked\r
            \r
            5\r
            abcd!\r
            """);

    assertThat(refused)
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("\r\nConnection: close\r\n")
        .endsWith("malformed_request");
  }
}
