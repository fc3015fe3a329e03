package dev.winnow.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EventReaderTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static EventReader reader(String events) {
    return new EventReader(new ByteArrayInputStream(events.getBytes(UTF_8)), LONG);
  }

  @Test
  void takesThePlaceOfWholeEventsOnly() throws IOException {
    try (EventReader events = reader("id: A\ndata: a\n\n:\nid: B\n\nid: C\ndata: c")) {
      assertThat(events.id()).isEmpty();
      assertThat(events.next()).isEqualTo("a");
      assertThat(events.id()).isEqualTo("A");
      assertThat(events.next()).isNull();
      assertThat(events.id()).isEqualTo("B");
    }
  }

  @Test
  void endsWhereAServerIsSilent() throws IOException {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(port.getInetAddress(), port.getLocalPort());
        Socket server = port.accept();
        EventReader events = new EventReader(client.getInputStream(), Duration.ofMillis(100))) {
      server.getOutputStream().write("id: A\ndata: a\n\n".getBytes(UTF_8));

      assertThat(events.next()).isEqualTo("a");
      assertThatThrownBy(events::next).isInstanceOf(IOException.class);
      assertThat(events.id()).isEqualTo("A");
    }
  }
}
