package dev.winnow.generator.incident;

import dev.winnow.generator.shop.Service;
import dev.winnow.generator.shop.Shop;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to go wrong, once or again and again.
 *
 * @param after how long after the beginning
 * @param every the time from one beginning to the next; zero if it happens once
 */
public record PlannedIncident(
    IncidentKind kind, Service root, Duration after, Duration lasts, Duration every) {
  private static final Duration LONGEST = Duration.ofDays(1000);

  public PlannedIncident {
    if (lasts.isZero()) {
      throw new IllegalArgumentException("an incident lasts longer than 0s");
    }
    if (!every.isZero() && every.compareTo(lasts) < 0) {
      throw new IllegalArgumentException("an incident ends before it begins again");
    }
  }

  /**
   * Reads {@code KIND SERVICE AFTER LASTS [every TIME]}, as {@code error payments 10m 5m}.
   *
   * @throws IllegalArgumentException if it is none; says what is wrong
   */
  public static PlannedIncident parse(String text, Shop shop) {
    String[] words = text.strip().split("\\s+", -1);
    boolean isRepeated = words.length == 6 && words[4].equals("every");
    if (words.length != 4 && !isRepeated) {
      throw new IllegalArgumentException(
          "'%s' is no incident; write KIND SERVICE AFTER LASTS, as error payments 10m 5m, perhaps"
                  .formatted(text)
              + " with 'every 1h' behind it");
    }
    Service root =
        shop.service(words[1])
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "there is no service '%s'; there are %s"
                        .formatted(words[1], String.join(", ", shop.names()))));
    return new PlannedIncident(
        IncidentKind.of(words[0]),
        root,
        duration(words[2]),
        duration(words[3]),
        isRepeated ? duration(words[5]) : Duration.ZERO);
  }

  private static Duration duration(String text) {
    String digits = text.substring(0, Math.max(0, text.length() - 1));
    if (digits.isEmpty()
        || digits.length() > 8
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw notADuration(text);
    }
    long number = Long.parseLong(digits);
    Duration duration =
        switch (text.charAt(digits.length())) {
          case 's' -> Duration.ofSeconds(number);
          case 'm' -> Duration.ofMinutes(number);
          case 'h' -> Duration.ofHours(number);
          case 'd' -> Duration.ofDays(number);
          default -> throw notADuration(text);
        };
    if (duration.compareTo(LONGEST) > 0) {
      throw notADuration(text);
    }
    return duration;
  }

  private static IllegalArgumentException notADuration(String text) {
    return new IllegalArgumentException("'" + text + "' is no time; write 90s, 10m, 2h or 1d");
  }

  /** The incident that it is at a time, if any; {@code beginning} is what it comes after. */
  Optional<Incident> at(long time, long beginning) {
    long first = beginning + after.toNanos();
    if (time < first) {
      return Optional.empty();
    }
    long round = every.isZero() ? 0 : (time - first) / every.toNanos();
    long start = first + round * every.toNanos();
    Incident incident = new Incident(kind, root, start, start + lasts.toNanos());
    return incident.isAt(time) ? Optional.of(incident) : Optional.empty();
  }
}
