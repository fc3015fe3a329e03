package dev.winnow.server.syslog;

import dev.winnow.formats.syslog.SyslogDecoder;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.config.SenderNetwork;
import dev.winnow.server.config.SyslogConfig;
import dev.winnow.server.receiver.Feed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the ports of syslog have in common: who may send, where records go, what is counted. */
public final class SyslogReceiver {
  private static final String NAME = "syslog";
  private static final long PAUSE_MILLIS = 100;

  private final SyslogConfig config;
  private final List<SenderNetwork> networks;
  private final Feed feed;
  private final InstantSource clock;
  private final Counter cut;
  private final Counter strangers;
  private final Counter superfluous;

  /**
   * A receiver.
   *
   * @param clock when messages are seen, which tells the year of those that have none
   */
  public SyslogReceiver(
      SyslogConfig config, Feed feed, InstantSource clock, MeterRegistry metrics) {
    this.config = config;
    this.feed = feed;
    this.clock = clock;
    networks = config.networks();
    cut =
        Counter.builder("winnow.syslog.messages.cut")
            .description("Messages of syslog that were longer than is kept")
            .register(metrics);
    strangers = refused("sender_not_allowed", metrics);
    superfluous = refused("too_many_connections", metrics);
  }

  private static Counter refused(String reason, MeterRegistry metrics) {
    return Counter.builder("winnow.syslog.refused")
        .description("Connections and datagrams of syslog that were turned away unread")
        .tag("reason", reason)
        .register(metrics);
  }

  SyslogConfig config() {
    return config;
  }

  /** The largest message in bytes. */
  int messageBytes() {
    return config.messageSize().asInt();
  }

  /** A decoder of messages, for one thread. */
  SyslogDecoder decoder() {
    return new SyslogDecoder(config.zoneId());
  }

  /** Waits a while before a port is tried again that has failed; not at all if the server ends. */
  void pause() {
    var _ = feed.pause(PAUSE_MILLIS);
  }

  Instant now() {
    return clock.instant();
  }

  /** The tenant whose records an address sends; nothing, which is counted, if it may send none. */
  Optional<String> tenantOf(InetAddress sender) {
    for (SenderNetwork network : networks) {
      if (network.contains(sender)) {
        return Optional.of(network.tenantId());
      }
    }
    strangers.increment();
    return Optional.empty();
  }

  /** Stores records that one sender, or several of one tenant, have sent; false at the end. */
  boolean store(String sender, String tenantId, List<LogRecord> records, long bytes) {
    return feed.store(sender, new Submission(tenantId, NAME, "", records, 0, bytes));
  }

  /** Counts messages that found no room. */
  void lose(String tenantId, long messages) {
    feed.lose(tenantId, NAME, messages);
  }

  void countCut(long messages) {
    cut.increment((double) messages);
  }

  void countSuperfluous() {
    superfluous.increment();
  }
}
