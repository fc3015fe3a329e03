package dev.winnow.connectors;

import dev.winnow.formats.syslog.SyslogEncoder;
import dev.winnow.kernel.record.LogRecord;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages of syslog. Nobody answers them, so what the network has taken counts as accepted;
 * a connection that broke is opened again for the next records.
 */
final class SyslogExporter implements Exporter {
  private static final Logger LOGGER = System.getLogger(SyslogExporter.class.getName());

  private final URI address;
  private @Nullable SyslogWire wire;
  private volatile Tally tally = Tally.NONE;

  /** An exporter to {@code tcp://HOST:PORT}, or {@code udp} likewise. */
  SyslogExporter(URI address) {
    this.address = address;
  }

  @Override
  public void export(List<LogRecord> records) {
    tally = tally.send(records.size());
    try {
      SyslogWire open = wire == null ? SyslogWire.open(address) : wire;
      wire = open;
      for (LogRecord record : records) {
        open.send(SyslogEncoder.encode(record));
      }
      open.flush();
      tally = tally.accept(records.size());
    } catch (IOException failure) {
      close();
      String reason = address + " does not take them: " + failure.getMessage();
      tally = tally.refuse(records.size(), reason);
    }
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public void close() {
    SyslogWire open = wire;
    wire = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "a socket was not closed", failure);
    }
  }
}
