package dev.winnow.server.syslog;

import dev.winnow.formats.syslog.SyslogDecoder;
import dev.winnow.formats.syslog.SyslogFrames;
import dev.winnow.kernel.record.LogRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** One sender that is connected. Read by one thread. */
final class SyslogConnection {
  /*
   * What one read gives is stored before the next, so a sender is slowed down by its own socket as
   * soon as the store is slow. Connections may be silent for hours, so only a handshake has a limit of
   * time; that its peer is gone is found out by the keep-alive of TCP.
   */

  private final Socket socket;
  private final String tenantId;
  private final SyslogReceiver receiver;
  private final String peer;
  private final SyslogFrames frames;
  private final SyslogDecoder decoder;

  SyslogConnection(Socket socket, String tenantId, SyslogReceiver receiver) {
    this.socket = socket;
    this.tenantId = tenantId;
    this.receiver = receiver;
    peer = socket.getInetAddress().getHostAddress();
    decoder = receiver.decoder();
    frames = new SyslogFrames(receiver.messageBytes());
  }

  /** Reads until the sender, or the server, ends it. */
  void read(Duration handshakeTimeout) throws IOException {
    socket.setKeepAlive(true);
    if (socket instanceof SSLSocket secure) {
      secure.setSoTimeout(Math.toIntExact(handshakeTimeout.toMillis()));
      secure.startHandshake();
      secure.setSoTimeout(0);
    }
    InputStream stream = socket.getInputStream();
    boolean isOpen = true;
    while (isOpen) {
      isOpen = frames.fill(stream);
      isOpen &= storeFrames();
    }
  }

  private boolean storeFrames() {
    long cutBefore = frames.cut();
    long bytes = 0;
    List<LogRecord> records = new ArrayList<>();
    decoder.begin(receiver.now());
    while (frames.next()) {
      records.add(decoder.decode(frames.bytes(), frames.from(), frames.to(), peer));
      bytes += frames.to() - frames.from();
    }
    receiver.countCut(frames.cut() - cutBefore);
    return records.isEmpty() || receiver.store(peer, tenantId, records, bytes);
  }
}
