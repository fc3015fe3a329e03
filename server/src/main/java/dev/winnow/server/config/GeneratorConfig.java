package dev.winnow.server.config;

import java.time.Duration;
import java.util.List;

/** Traffic that the server makes for itself, to be looked at and tried with. */
public record GeneratorConfig(
    @Key(byDefault = "false", meaning = "Whether the server generates records of an invented shop.")
        boolean enabled,
    @Key(
            byDefault = "50",
            meaning = "Records per second that are generated, 1 to 10000.",
            alias = "LOG_RATE_PER_SECOND")
        int ratePerSecond,
    @Key(
            byDefault = "5",
            meaning = "The percentage of generated records that are WARN or worse.",
            alias = "ERROR_RATE_PERCENTAGE")
        int errorRatePercentage,
    @Key(
            byDefault = "",
            meaning = "The services to generate records of; all twelve if none is named.",
            alias = "SERVICES")
        List<String> services,
    @Key(
            byDefault = "",
            meaning =
                "What goes wrong, as 'winnow generate --incident' takes it, after the server has"
                    + " started.")
        List<String> incidents,
    @Key(
            byDefault = "0s",
            meaning = "How long before its start the server begins to have generated records.")
        Duration history) {
  private static final int FASTEST = 10_000;
  private static final int PERCENT = 100;

  public GeneratorConfig {
    Limits.within("rate_per_second", ratePerSecond, 1, FASTEST);
    Limits.within("error_rate_percentage", errorRatePercentage, 0, PERCENT);
    Limits.within("history", history, Duration.ZERO, Duration.ofDays(30));
  }
}
