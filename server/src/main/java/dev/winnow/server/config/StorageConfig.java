package dev.winnow.server.config;

import java.time.Duration;

/** What the store may take. */
public record StorageConfig(
    @Key(
            byDefault = "256MiB",
            meaning = "Memory that the database of records may use, beside that of the server.")
        ByteSize memory,
    @Key(byDefault = "30s", meaning = "How long a query may take.") Duration queryTimeout,
    @Key(byDefault = "8", meaning = "Queries of one tenant that are answered at the same time.")
        int queriesPerTenant) {
  public StorageConfig {
    Limits.within("memory", memory, 128L << 20, 1L << 40);
    Limits.within("query_timeout", queryTimeout, Duration.ofMillis(100), Duration.ofHours(1));
    Limits.within("queries_per_tenant", queriesPerTenant, 1, 1_000);
  }
}
