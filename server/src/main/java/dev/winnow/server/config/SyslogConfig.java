package dev.winnow.server.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * Syslog over UDP, TCP and TLS. Its senders have no tokens, so their addresses say who they are.
 */
public record SyslogConfig(
    UdpConfig udp,
    TcpConfig tcp,
    SyslogTlsConfig tls,
    @Key(
            byDefault = "127.0.0.0/8,::1",
            meaning =
                "Networks that may send, as 10.1.0.0/16, or 10.1.0.0/16=TENANT where their records"
                    + " are those of another tenant than the default one; the first that fits counts.")
        List<String> senders,
    @Key(byDefault = "64KiB", meaning = "The largest message; what is beyond is cut.")
        ByteSize messageSize,
    @Key(byDefault = "1000", meaning = "Connections of syslog that are open at once.")
        int connections,
    @Key(
            byDefault = SyslogConfig.SYSTEM_ZONE,
            meaning =
                "The zone of times that name none, as Europe/Berlin; system is that of this machine.")
        String zone) {
  static final String SYSTEM_ZONE = "system";

  private static final int MOST = 1 << 20;

  /** Over UDP, a datagram each. */
  public record UdpConfig(
      @Key(byDefault = "false", meaning = "Whether syslog over UDP is received.") boolean enabled,
      @Key(byDefault = "5514", meaning = "The port of syslog over UDP.") int port) {
    public UdpConfig {
      Limits.port("port", port);
    }
  }

  /** Over TCP without encryption. */
  public record TcpConfig(
      @Key(byDefault = "false", meaning = "Whether syslog over TCP is received.") boolean enabled,
      @Key(byDefault = "5514", meaning = "The port of syslog over TCP.") int port) {
    public TcpConfig {
      Limits.port("port", port);
    }
  }

  /** Over TLS. */
  public record SyslogTlsConfig(
      @Key(
              byDefault = "false",
              meaning = "Whether syslog over TLS is received; it needs tls.certificate_file.")
          boolean enabled,
      @Key(byDefault = "6514", meaning = "The port of syslog over TLS.") int port) {
    public SyslogTlsConfig {
      Limits.port("port", port);
    }
  }

  public SyslogConfig {
    Limits.within("message_size", messageSize, 1 << 10, MOST);
    Limits.within("connections", connections, 1, MOST);
    senders.forEach(SenderNetwork::parse);
    var _ = zoneId(zone);
  }

  /** The zone of times that name none. */
  public ZoneId zoneId() {
    return zoneId(zone);
  }

  private static ZoneId zoneId(String zone) {
    try {
      return zone.equals(SYSTEM_ZONE) ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "zone is '%s', which is no zone such as UTC, +02:00 or Europe/Berlin".formatted(zone),
          unknown);
    }
  }

  /** The networks that may send, in their order. */
  public List<SenderNetwork> networks() {
    return senders.stream().map(SenderNetwork::parse).toList();
  }
}
