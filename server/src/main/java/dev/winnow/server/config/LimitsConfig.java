package dev.winnow.server.config;

import java.time.Duration;

/** What a sender may ask of the server. */
public record LimitsConfig(
    @Key(byDefault = "16MiB", meaning = "The largest body of a request as it comes.")
        ByteSize requestSize,
    @Key(byDefault = "64MiB", meaning = "The largest body of a request after decompression.")
        ByteSize decompressedSize,
    @Key(
            byDefault = "96MiB",
            meaning =
                "Room for the bodies of all requests that are at work; beyond it senders are asked"
                    + " to come again.")
        ByteSize requestsInFlight,
    @Key(byDefault = "16KiB", meaning = "The largest sum of a request's headers.")
        ByteSize headerSize,
    @Key(
            byDefault = "20000",
            meaning =
                "Connections that are open at once, on all ports together; the last twentieth is"
                    + " for the API.")
        int connections,
    @Key(
            byDefault = "30s",
            meaning = "How long a request may take to arrive, from its first byte to its last.")
        Duration readTimeout,
    @Key(
            byDefault = "5m",
            meaning = "How long a connection may stay open while nothing happens on it.")
        Duration idleTimeout,
    @Key(
            byDefault = "0",
            meaning = "Bytes per second that a token or tenant may send; 0 sets no limit.")
        ByteSize bytesPerSecond) {
  private static final long MOST = 1L << 30;

  /** Probes and people need a few connections when those who send hold all that they may. */
  private static final int API_SHARE = 20;

  public LimitsConfig {
    Limits.within("request_size", requestSize, 1 << 10, MOST);
    Limits.within("decompressed_size", decompressedSize, 1 << 10, MOST);
    Limits.within("requests_in_flight", requestsInFlight, requestSize.bytes(), MOST);
    Limits.within("header_size", headerSize, 1 << 10, 1 << 20);
    Limits.within("connections", connections, 1, 1_000_000);
    Limits.within("read_timeout", readTimeout, Duration.ofMillis(100), Duration.ofHours(1));
    Limits.within("idle_timeout", idleTimeout, Duration.ofMillis(100), Duration.ofDays(1));
  }

  /** The connections at which ports that only receive take no more. */
  public int receivingConnections() {
    return connections - connections / API_SHARE;
  }
}
