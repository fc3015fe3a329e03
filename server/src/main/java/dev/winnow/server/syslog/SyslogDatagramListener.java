package dev.winnow.server.syslog;

import dev.winnow.formats.syslog.SyslogDecoder;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Room;
import dev.winnow.server.listen.Endpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/** A port to which senders of syslog send datagrams, each of which is a message. */
public final class SyslogDatagramListener implements AutoCloseable {
  /*
   * One thread does nothing but take datagrams from the system, which keeps few and drops the others
   * unseen; another decodes and stores what waits, as much at once as has come meanwhile. What waits
   * is bounded in bytes. A datagram that finds no room is counted and lost, the newest first: those
   * before it are told of in their order.
   */

  private static final Logger LOGGER = System.getLogger(SyslogDatagramListener.class.getName());
  private static final int MAX_DATAGRAM = 1 << 16;

  /** What the system is asked to keep; it may grant less. */
  private static final int SYSTEM_BYTES = 4 << 20;

  private static final int WAITING_BYTES = 16 << 20;

  /** What a datagram takes in memory beside its bytes, about. */
  private static final int OVERHEAD = 128;

  private static final int MAX_AT_ONCE = 10_000;

  /** A message that waits; without a tenant, the end of all. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  private record Datagram(String tenantId, String peer, byte[] bytes) {
    private static final Datagram END = new Datagram("", "", new byte[0]);

    private boolean isEnd() {
      return tenantId.isEmpty();
    }

    private int room() {
      return bytes.length + OVERHEAD;
    }
  }

  private final SyslogReceiver receiver;
  private final DatagramSocket socket;
  private final Room room;
  private final BlockingQueue<Datagram> waiting = new LinkedBlockingQueue<>();
  private final Map<String, LongAdder> lost = new ConcurrentHashMap<>();
  private final SyslogDecoder decoder;
  private final Thread receiving =
      Thread.ofPlatform().daemon().name("syslog-udp").unstarted(this::receive);
  private final Thread storing = Thread.ofVirtual().name("syslog-udp-store").unstarted(this::drain);

  private SyslogDatagramListener(DatagramSocket socket, SyslogReceiver receiver, int waitingBytes) {
    this.socket = socket;
    this.receiver = receiver;
    decoder = receiver.decoder();
    room = new Room(waitingBytes, 0);
  }

  /**
   * Opens a port.
   *
   * @throws dev.winnow.kernel.WinnowException if the port is taken, or the address none of this
   *     machine
   */
  public static SyslogDatagramListener start(Endpoint endpoint, SyslogReceiver receiver) {
    return start(endpoint, receiver, WAITING_BYTES);
  }

  static SyslogDatagramListener start(
      Endpoint endpoint, SyslogReceiver receiver, int waitingBytes) {
    try {
      DatagramSocket socket =
          new DatagramSocket(new InetSocketAddress(endpoint.host(), endpoint.port()));
      socket.setReceiveBufferSize(SYSTEM_BYTES);
      SyslogDatagramListener listener = new SyslogDatagramListener(socket, receiver, waitingBytes);
      listener.receiving.start();
      listener.storing.start();
      return listener;
    } catch (IOException failure) {
      throw endpoint.notAvailable(failure);
    }
  }

  private void receive() {
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    boolean isFailing = false;
    try {
      while (!socket.isClosed()) {
        boolean wasFailing = isFailing;
        isFailing = !receive(packet, wasFailing);
      }
    } finally {
      waiting.add(Datagram.END);
    }
  }

  /** Takes the next datagram; false, after a pause, if the system does not give it. */
  private boolean receive(DatagramPacket packet, boolean wasFailing) {
    try {
      packet.setLength(MAX_DATAGRAM);
      socket.receive(packet);
      receiver.tenantOf(packet.getAddress()).ifPresent(tenantId -> keep(tenantId, packet));
      return true;
    } catch (IOException failure) {
      if (!wasFailing && !socket.isClosed()) {
        LOGGER.log(Level.WARNING, "datagrams of syslog are not received; tried again", failure);
      }
      receiver.pause();
      return false;
    }
  }

  private void keep(String tenantId, DatagramPacket packet) {
    int length = Math.min(packet.getLength(), receiver.messageBytes());
    receiver.countCut(length < packet.getLength() ? 1 : 0);
    byte[] bytes = Arrays.copyOf(packet.getData(), length);
    Datagram datagram = new Datagram(tenantId, packet.getAddress().getHostAddress(), bytes);
    if (room.enter(datagram.room(), 0)) {
      waiting.add(datagram);
    } else {
      lost.computeIfAbsent(tenantId, any -> new LongAdder()).increment();
    }
  }

  private void drain() {
    boolean isOver = false;
    try {
      while (!isOver) {
        List<Datagram> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, MAX_AT_ONCE - 1);
        isOver = batch.removeIf(Datagram::isEnd);
        store(batch);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<Datagram> batch) {
    Map<String, List<Datagram>> byTenant = new LinkedHashMap<>();
    for (Datagram datagram : batch) {
      byTenant.computeIfAbsent(datagram.tenantId, any -> new ArrayList<>()).add(datagram);
    }
    byTenant.forEach(this::store);
    lost.forEach((tenantId, messages) -> {
      long count = messages.sumThenReset();
      if (count > 0) {
        receiver.lose(tenantId, count);
      }
    });
  }

  private void store(String tenantId, List<Datagram> datagrams) {
    int bytes = 0;
    List<LogRecord> records = new ArrayList<>(datagrams.size());
    decoder.begin(receiver.now());
    for (Datagram datagram : datagrams) {
      if (datagram.bytes.length > 0) {
        records.add(decoder.decode(datagram.bytes, 0, datagram.bytes.length, datagram.peer));
      }
      bytes += datagram.room();
    }
    try {
      var _ = receiver.store(tenantId, tenantId, records, bytes);
    } catch (RuntimeException failure) {
      LOGGER.log(Level.ERROR, "datagrams of syslog were not stored", failure);
    } finally {
      room.leave(bytes);
    }
  }

  /** The port that is open, also where any was asked for. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Closes the port, and waits until what came by it is stored. */
  @Override
  public void close() {
    socket.close();
    try {
      var _ = storing.join(SyslogStreamListener.PATIENCE);
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }
}
