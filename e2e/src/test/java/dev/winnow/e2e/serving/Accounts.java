package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;

/** What several parts of a server count, each for itself, and what must therefore be the same. */
final class Accounts {
  private static final String FROM_1970 =
      "start_time=1970-01-01T00:00:00Z&end_time=2262-01-01T00:00:00Z";

  private Accounts() {}

  /** The records of a tenant, which everything that counts must agree on. */
  static long records(Http api) {
    long stored = api.get("/api/v1/ledger").number("outcomes.stored");
    Answer patterns = api.get("/api/patterns?limit=1000&" + FROM_1970);
    long inPatterns =
        patterns.list("patterns").stream()
            .mapToLong(pattern -> Long.parseLong(pattern.value("count").text()))
            .sum();

    assertThat(api.get("/api/logs?limit=1&count=true").number("total")).isEqualTo(stored);
    assertThat(patterns.number("total_records")).isEqualTo(stored);
    assertThat(inPatterns + patterns.number("other_records")).isEqualTo(stored);
    return stored;
  }
}
