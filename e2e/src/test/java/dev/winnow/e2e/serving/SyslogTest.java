package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.PackagedProgram;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What senders of syslog bring to a packaged server, whether they mean well or not. */
final class SyslogTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SINCE = "start_time=2026-01-01T00:00:00Z&count=true&limit=1";
  private static final int FLOOD = 50_000;

  @TempDir private static Path home;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            new PackagedProgram(home).withServer(),
            home.resolve("data"),
            "receivers.syslog.udp.enabled=true",
            "receivers.syslog.udp.port=0",
            "receivers.syslog.tcp.enabled=true",
            "receivers.syslog.tcp.port=0");
  }

  /** After all of it the accounts agree, and the server takes messages as before. */
  @AfterAll
  static void isWellAfterAll() throws IOException {
    try (Socket socket = connect()) {
      send(socket, message("afterwards", "still here") + "\n");
      await(() -> stored("afterwards") == 1);
      assertThat(Accounts.records(server.api())).isPositive();
      assertThat(server.api().get("/health/ready").text("status")).isEqualTo("ready");
    } finally {
      server.close();
    }
  }

  private static Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.syslogPort("TCP"));
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String message(String service, String text) {
    return "<11>1 2026-11-21T10:00:00Z web " + service + " - - - " + text;
  }

  private static long stored(String service) {
    return server.api().get("/api/logs?" + SINCE + "&service=" + service).number("total");
  }

  private static long outcome(String name) {
    return server.api().get("/api/v1/ledger").number("outcomes." + name);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).describedAs("it came about in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void takesLinesAndCountedFramesOfOneConnection() throws IOException {
    try (Socket socket = connect()) {
      String counted = message("stream", "counted\nof two lines");
      send(socket, message("stream", "a line") + "\n" + counted.length() + " " + counted);
      await(() -> stored("stream") == 2);
    }
    Attributes newest =
        server
            .api()
            .get("/api/logs?" + SINCE + "&service=stream&search=counted")
            .list("logs")
            .getFirst();
    assertThat(newest.value("body").text()).isEqualTo("counted\nof two lines");
    assertThat(newest.at("resource").text()).contains("\"host.name\":\"web\"");
  }

  @Test
  void takesADatagramForOneMessage() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      send(socket, message("datagram", "one\ntwo"));
      await(() -> stored("datagram") == 1);
    }
  }

  private static void send(DatagramSocket socket, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InetAddress here = InetAddress.getLoopbackAddress();
    socket.send(
        new DatagramPacket(
            bytes, bytes.length, new InetSocketAddress(here, server.syslogPort("UDP"))));
  }

  /** What never ends is cut where a message may be no longer, and the rest is not kept. */
  @Test
  void cutsAFrameThatNeverEnds() throws IOException {
    try (Socket endless = connect();
        Socket other = connect()) {
      send(endless, message("endless", "x".repeat(1 << 20)));
      send(other, message("patient", "short") + "\n");
      await(() -> stored("patient") == 1);
      await(() -> stored("endless") == 1);
      send(endless, "y".repeat(1 << 20) + "\n" + message("endless", "next") + "\n");
      await(() -> stored("endless") == 2);
    }
    assertThat(server.api().get("/metrics").text())
        .contains("winnow_syslog_messages_cut_total 1.0");
  }

  /** The kernel may lose some before the server sees them; of those it sees each has an end. */
  @Test
  void answersOthersDuringAFloodAndAccountsForIt() throws IOException {
    long before = outcome("stored") + outcome("refused");
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < FLOOD; i++) {
        send(socket, message("flood", "drop " + i));
        if (i % (FLOOD / 5) == 0) {
          assertThat(server.api().get("/health/ready").text("status")).isEqualTo("ready");
        }
      }
      send(socket, message("ebb", "last"));
      await(() -> {
        resend(socket);
        return stored("ebb") > 0 && outcome("in_flight") == 0;
      });
    }
    long after = outcome("stored") + outcome("refused");
    assertThat(stored("flood")).isBetween(1L, (long) FLOOD);
    assertThat(after - before).isGreaterThanOrEqualTo(stored("flood"));
  }

  /** A datagram alone may be lost. */
  private static void resend(DatagramSocket socket) {
    try {
      send(socket, message("ebb", "last"));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
