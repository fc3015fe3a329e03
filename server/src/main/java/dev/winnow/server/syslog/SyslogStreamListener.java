package dev.winnow.server.syslog;

import dev.winnow.server.listen.Endpoint;
import dev.winnow.server.listen.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A port to which senders of syslog connect, over TCP or TLS. */
public final class SyslogStreamListener implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(SyslogStreamListener.class.getName());
  private static final int BACKLOG = 1024;

  /** At its end, a port waits for so long for each of what is under way. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SyslogReceiver receiver;
  private final Ports ports;
  private final int most;
  private final Semaphore room;
  private final ServerSocket port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread accepting = Thread.ofVirtual().name("syslog-tcp").unstarted(this::accept);

  private SyslogStreamListener(
      Endpoint endpoint, ServerSocket port, SyslogReceiver receiver, Ports ports) {
    this.port = port;
    this.receiver = receiver;
    this.ports = ports;
    most = endpoint.connections();
    room = new Semaphore(receiver.config().connections());
  }

  /**
   * Opens a port.
   *
   * @param sockets makes sockets that speak TLS, or plain ones
   * @throws dev.winnow.kernel.WinnowException if the port is taken, or the address none of this
   *     machine
   */
  public static SyslogStreamListener start(
      Endpoint endpoint, ServerSocketFactory sockets, SyslogReceiver receiver, Ports ports) {
    try {
      ServerSocket port =
          sockets.createServerSocket(
              endpoint.port(), BACKLOG, InetAddress.getByName(endpoint.host()));
      SyslogStreamListener listener = new SyslogStreamListener(endpoint, port, receiver, ports);
      listener.accepting.start();
      return listener;
    } catch (IOException failure) {
      throw endpoint.notAvailable(failure);
    }
  }

  private void accept() {
    boolean isFailing = false;
    while (!port.isClosed()) {
      boolean wasFailing = isFailing;
      isFailing = !acceptNext(wasFailing);
    }
  }

  /** Takes the next connection; false, after a pause, if the system does not give it. */
  private boolean acceptNext(boolean wasFailing) {
    try {
      admit(port.accept());
      return true;
    } catch (IOException failure) {
      if (!wasFailing && !port.isClosed()) {
        LOGGER.log(Level.WARNING, "connections of syslog are not accepted; tried again", failure);
      }
      receiver.pause();
      return false;
    }
  }

  private void admit(Socket socket) throws IOException {
    Optional<String> tenant = receiver.tenantOf(socket.getInetAddress());
    if (tenant.isEmpty()) {
      socket.close();
    } else if (!room.tryAcquire()) {
      receiver.countSuperfluous();
      socket.close();
    } else if (!ports.traffic().open(most)) {
      room.release();
      socket.close();
    } else {
      open.add(socket);
      threads.execute(() -> serve(socket, tenant.orElseThrow()));
    }
  }

  private void serve(Socket socket, String tenantId) {
    try (socket) {
      new SyslogConnection(socket, tenantId, receiver).read(ports.limits().readTimeout());
    } catch (IOException broken) {
      // Senders end a connection as they like; what came before is stored.
      LOGGER.log(Level.DEBUG, "a connection of syslog broke", broken);
    } catch (RuntimeException failure) {
      LOGGER.log(Level.ERROR, "a connection of syslog is closed, as it cannot be stored", failure);
    } finally {
      open.remove(socket);
      room.release();
      ports.traffic().closed();
    }
  }

  /** The port that is open, also where any was asked for. */
  public int port() {
    return ((InetSocketAddress) port.getLocalSocketAddress()).getPort();
  }

  /** Closes the port and its connections, and waits until what was read of them is stored. */
  @Override
  public void close() {
    close(port);
    try {
      // What it admits last is open by then.
      var _ = accepting.join(PATIENCE);
      open.forEach(SyslogStreamListener::close);
      threads.shutdown();
      var _ = threads.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "a socket was not closed", failure);
    }
  }
}
