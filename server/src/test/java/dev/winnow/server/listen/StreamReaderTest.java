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
            "POST /stream HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nabcd!\r\n");

    assertThat(refused)
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("\r\nConnection: close\r\n")
        .endsWith("malformed_request");
  }
}
