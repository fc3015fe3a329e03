package dev.winnow.server.config;

import java.time.Duration;
import java.util.List;

/** Where the server listens, and to whom it speaks. */
public record ServerConfig(
    @Key(
            byDefault = "127.0.0.1",
            meaning =
                "The address to listen on, for the API and all receivers; 0.0.0.0 is all addresses"
                    + " of the machine.")
        String host,
    @Key(byDefault = "8005", meaning = "The port of the API and its documentation.") int port,
    @Key(
            byDefault = "",
            meaning = "Origins whose web pages may call the API, as https://logs.example.org.")
        List<String> allowedOrigins,
    @Key(
            byDefault = "",
            meaning =
                "Names by which the server may be called beside localhost while it listens on a"
                    + " loopback address.")
        List<String> allowedHosts,
    @Key(
            byDefault = "10s",
            meaning = "How long requests that are at work have to finish when the server ends.")
        Duration shutdownTimeout) {
  public ServerConfig {
    Limits.port("port", port);
    Limits.within("shutdown_timeout", shutdownTimeout, Duration.ZERO, Duration.ofSeconds(15));
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be empty");
    }
  }

  /** Whether only this machine can reach the server. */
  public boolean isLoopback() {
    return host.equalsIgnoreCase("localhost") || host.equals("::1") || host.startsWith("127.");
  }
}
