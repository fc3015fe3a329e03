package dev.winnow.connectors;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** How messages of syslog go over the network. */
sealed interface SyslogWire extends Closeable {
  void send(byte[] message) throws IOException;

  /** Has all that was sent leave. */
  void flush() throws IOException;

  /** Opens the wire to {@code tcp://HOST:PORT}, or {@code udp} likewise. */
  static SyslogWire open(URI address) throws IOException {
    InetSocketAddress target = new InetSocketAddress(address.getHost(), address.getPort());
    return address.getScheme().equals("udp") ? new Datagrams(target) : new Connection(target);
  }

  /** A connection over TCP, on which each message tells its length (RFC 6587, section 3.4.1). */
  final class Connection implements SyslogWire {
    private static final int CONNECT_MILLIS = 5_000;

    private final Socket socket = new Socket();
    private final OutputStream out;

    private Connection(InetSocketAddress target) throws IOException {
      socket.connect(target, CONNECT_MILLIS);
      out = new BufferedOutputStream(socket.getOutputStream());
    }

    @Override
    public void send(byte[] message) throws IOException {
      out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
      out.write(message);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A datagram for each message, which is cut where it would be larger than one (RFC 5426). */
  final class Datagrams implements SyslogWire {
    private static final int LARGEST = 65_507;

    private final DatagramSocket socket = new DatagramSocket();

    private Datagrams(InetSocketAddress target) throws IOException {
      socket.connect(target);
    }

    @Override
    public void send(byte[] message) throws IOException {
      socket.send(new DatagramPacket(message, Math.min(message.length, LARGEST)));
    }

    @Override
    public void flush() {
      // A datagram leaves when it is sent.
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
