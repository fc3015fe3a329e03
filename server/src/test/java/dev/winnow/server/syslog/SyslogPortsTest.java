package dev.winnow.server.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.server.config.ConfigLoader;
import dev.winnow.server.config.TlsConfig;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.listen.Endpoint;
import dev.winnow.server.listen.Ports;
import dev.winnow.server.listen.Traffic;
import dev.winnow.server.receiver.Feed;
import dev.winnow.server.receiver.GatedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyslogPortsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final GatedStore store = new GatedStore();
  private final Feed feed = store.feed();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Traffic traffic = new Traffic(metrics);

  @AfterEach
  void end() {
    feed.close();
  }

  private static WinnowConfig config(String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("receivers.syslog.zone", "UTC");
    for (int i = 0; i < settings.length; i += 2) {
      all.put("receivers.syslog." + settings[i], settings[i + 1]);
    }
    return new ConfigLoader(Map.of()).load(Optional.empty(), all).config();
  }

  private SyslogReceiver receiver(String... settings) {
    return new SyslogReceiver(config(settings).receivers().syslog(), feed, store.clock, metrics);
  }

  private static Endpoint endpoint(int port) {
    return new Endpoint("127.0.0.1", port, "receivers.syslog.tcp.port", 100);
  }

  private SyslogStreamListener tcp(String... settings) {
    return tcp(ServerSocketFactory.getDefault(), settings);
  }

  private SyslogStreamListener tcp(ServerSocketFactory sockets, String... settings) {
    WinnowConfig config = config(settings);
    Ports ports = new Ports(config.limits(), config.tls(), traffic, new AtomicBoolean());
    return SyslogStreamListener.start(endpoint(0), sockets, receiver(settings), ports);
  }

  private static Socket connect(SyslogStreamListener listener) throws IOException {
    return new Socket(LOOPBACK, listener.port());
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static void send(SyslogDatagramListener listener, String... messages) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      for (String message : messages) {
        byte[] bytes = message.getBytes(UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, LOOPBACK, listener.port()));
      }
    }
  }

  private double count(String name, String... tags) {
    return metrics.counter(name, tags).count();
  }

  @Test
  void takesCountedFramesAndLinesOfOneConnection() throws IOException {
    try (SyslogStreamListener listener = tcp();
        Socket sender = connect(listener)) {
      String counted = "<13>Nov 21 10:00:00 web app: one\ntwo\n";
      send(sender, counted.length() + " " + counted + "<14>1 - h app2 - - - three\n<15>fo");
      List<LogRecord> first = store.await(2);
      send(sender, "ur");
      sender.shutdownOutput();

      assertThat(first).extracting(LogRecord::serviceName).containsExactly("app", "app2");
      assertThat(first.get(0).body().text()).isEqualTo("one\ntwo");
      assertThat(first.get(1).body().text()).isEqualTo("three");
      assertThat(store.awaitBodies(1)).containsExactly("four");
    }
    assertThat(store.accounts()).isEqualTo(Map.of("default syslog no_policy", 3L));
  }

  @Test
  void namesTheSenderWhereTheMessageNamesNoHost() throws IOException {
    try (SyslogStreamListener listener = tcp();
        Socket sender = connect(listener)) {
      send(sender, "<13>text\n");

      LogRecord record = store.await(1).getFirst();
      assertThat(record.attributes().value("network.peer.address"))
          .isEqualTo(AnyValue.of("127.0.0.1"));
      assertThat(record.timestamp()).isEqualTo(store.clock.instant().toEpochMilli() * 1_000_000);
    }
  }

  @Test
  void takesTimesWithoutZoneForThoseOfItsZone() throws IOException {
    try (SyslogStreamListener listener = tcp("zone", "America/New_York");
        Socket sender = connect(listener)) {
      send(sender, "<13>Nov 21 05:00:00 web app: winter\n<13>Jul  1 05:00:00 web app: summer\n");
      send(sender, "<13>1 2026-11-21T05:00:00Z web app - - - named\n");

      assertThat(store.await(3))
          .extracting(record -> Instant.ofEpochSecond(record.timestamp() / 1_000_000_000))
          .containsExactly(
              Instant.parse("2026-11-21T10:00:00Z"),
              Instant.parse("2026-07-01T09:00:00Z"),
              Instant.parse("2026-11-21T05:00:00Z"));
    }
  }

  /** Makes sockets that close, but not without complaint, and that are not there at first. */
  private static final class Brittle extends ServerSocketFactory {
    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return new ServerSocket(port) {
        private int refusals = 2;

        @Override
        public Socket accept() throws IOException {
          if (refusals-- > 0) {
            throw new IOException("too many open files, as the test wants it");
          }
          Socket socket =
              new Socket() {
                @Override
                public void close() throws IOException {
                  super.close();
                  throw new IOException("as the test wants it");
                }
              };
          implAccept(socket);
          return socket;
        }
      };
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return createServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return createServerSocket(port);
    }
  }

  @Test
  void endsSilentSendersThoughTheirSocketsDoNotCloseWell() throws IOException {
    SyslogStreamListener listener = tcp(new Brittle());
    try (Socket first = connect(listener);
        Socket second = connect(listener)) {
      send(first, "<13>first\n");
      send(second, "<13>second\n");
      assertThat(store.awaitBodies(2)).containsExactlyInAnyOrder("first", "second");
      listener.close();

      assertThat(first.getInputStream().read()).isEqualTo(-1);
      assertThat(second.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void takesDatagramForOneMessage() throws IOException {
    try (SyslogDatagramListener listener = SyslogDatagramListener.start(endpoint(0), receiver())) {
      send(listener, "<13>one\n\ttwo\n", "", "<14>with NUL\0");

      assertThat(store.awaitBodies(2)).containsExactly("one\n\ttwo", "with NUL");
    }
  }

  @Test
  void cutsLongMessagesAndCountsThem() throws IOException {
    String[] settings = {"message_size", "1KiB"};
    try (SyslogDatagramListener udp =
            SyslogDatagramListener.start(endpoint(0), receiver(settings));
        SyslogStreamListener tcp = tcp(settings);
        Socket sender = connect(tcp)) {
      send(udp, "<13>" + "u".repeat(2000));
      assertThat(store.awaitBodies(1)).containsExactly("u".repeat(1020));
      send(sender, "<13>" + "t".repeat(2000));
      assertThat(store.awaitBodies(1)).containsExactly("t".repeat(1020));
      assertThat(count("winnow.syslog.messages.cut")).isEqualTo(2);
    }
  }

  @Test
  void filesRecordsUnderTheTenantOfTheNetwork() throws IOException {
    try (SyslogStreamListener listener = tcp("senders", "10.0.0.0/8=b,127.0.0.0/8=acme,::1=acme");
        Socket sender = connect(listener)) {
      send(sender, "<13>text\n");

      assertThat(store.awaitBodies(1)).containsExactly("text");
      assertThat(store.accounts()).isEqualTo(Map.of("acme syslog no_policy", 1L));
    }
  }

  @Test
  void turnsStrangersAway() throws IOException {
    try (SyslogStreamListener listener = tcp("senders", "10.0.0.0/8");
        Socket sender = connect(listener)) {
      assertThat(sender.getInputStream().read()).isEqualTo(-1);
      assertThat(count("winnow.syslog.refused", "reason", "sender_not_allowed")).isEqualTo(1);
    }
  }

  @Test
  void turnsAwayWhoComesWhileTooManyAreConnected() throws IOException {
    try (SyslogStreamListener listener = tcp("connections", "1")) {
      try (Socket first = connect(listener)) {
        send(first, "<13>first\n");
        assertThat(store.awaitBodies(1)).containsExactly("first");
        try (Socket second = connect(listener)) {
          assertThat(second.getInputStream().read()).isEqualTo(-1);
        }
        send(first, "<13>still here\n");
        assertThat(store.awaitBodies(1)).containsExactly("still here");
      }
      assertThat(count("winnow.syslog.refused", "reason", "too_many_connections")).isEqualTo(1);
    }
  }

  @Test
  void readsNothingWhileItCannotStore() throws IOException {
    long most = 64L << 20;
    store.closeGate();
    try (SyslogStreamListener listener = tcp();
        SocketChannel sender =
            SocketChannel.open(new InetSocketAddress(LOOPBACK, listener.port()))) {
      sender.write(ByteBuffer.wrap("<13>first\n".getBytes(UTF_8)));
      store.awaitArrival();
      sender.configureBlocking(false);
      ByteBuffer lines = ByteBuffer.wrap("<13>more\n".repeat(10_000).getBytes(UTF_8));
      long sent = 0;
      int written = 1;
      while (written > 0 && sent < most) {
        written = sender.write(lines.rewind());
        sent += written;
      }
      assertThat(sent).isLessThan(most);
      store.openGate();
      sender.configureBlocking(true);
      sender.write(ByteBuffer.wrap("\n<13>last\n".getBytes(UTF_8)));
      sender.shutdownOutput();

      int messages = 1 + (int) Math.ceilDiv(sent, 9L);
      List<String> bodies = store.awaitBodies(messages + 1);
      assertThat(bodies.getFirst()).isEqualTo("first");
      assertThat(bodies.getLast()).isEqualTo("last");
    } finally {
      store.openGate();
    }
  }

  @Test
  void countsDatagramsThatFindNoRoom() throws IOException {
    store.closeGate();
    try (SyslogDatagramListener listener =
        SyslogDatagramListener.start(endpoint(0), receiver(), 1000)) {
      send(listener, "<13>first");
      store.awaitArrival();
      send(listener, "<13>" + "x".repeat(900), "<13>last");
      store.openGate();
      assertThat(store.awaitBodies(2)).containsExactly("first", "last");
    } finally {
      store.openGate();
    }
    assertThat(store.accounts())
        .isEqualTo(Map.of("default syslog no_policy", 2L, "default syslog overloaded", 1L));
  }

  @Test
  void speaksTls(@TempDir Path directory) throws Exception {
    SelfSigned self = SelfSigned.in(directory);
    TlsConfig tls = new TlsConfig(self.certificateFile(), self.privateKeyFile());
    Ports ports = new Ports(config().limits(), tls, traffic, new AtomicBoolean());
    try (SyslogStreamListener listener =
            SyslogStreamListener.start(
                endpoint(0), SyslogTls.sockets(endpoint(0), tls), receiver(), ports);
        Socket plain = connect(listener);
        Socket sender = self.client().getSocketFactory().createSocket(LOOPBACK, listener.port())) {
      send(plain, "<13>not encrypted, long enough to be told from a handshake\n");
      send(sender, "<13>encrypted\n");

      assertThat(store.awaitBodies(1)).containsExactly("encrypted");
    }
    assertThat(store.accounts()).isEqualTo(Map.of("default syslog no_policy", 1L));
  }

  @Test
  void saysWhichPortIsTaken() {
    try (SyslogStreamListener listener = tcp()) {
      WinnowConfig config = config();
      Ports ports = new Ports(config.limits(), config.tls(), traffic, new AtomicBoolean());
      assertThatThrownBy(() ->
              SyslogStreamListener.start(
                      endpoint(listener.port()),
                      ServerSocketFactory.getDefault(),
                      receiver(),
                      ports)
                  .close())
          .isInstanceOf(WinnowException.class)
          .hasMessageContaining("receivers.syslog.tcp.port");
    }
  }
}
