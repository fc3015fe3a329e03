package dev.winnow.generator.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which way things go wrong, or only look as if they did. */
public enum IncidentKind {
  /** A statement that was never said before: a quarter of what the service is asked fails. */
  ERROR(true, 0.25, 1),
  /** The service's usual troubles, many times as often. */
  SURGE(true, 0.3, 1),
  /** The service takes twenty-five times as long, until its callers stop waiting. */
  LATENCY(true, 0.4, 25),
  /** The service works, but nothing is heard of it. */
  SILENCE(true, 0, 1),
  /** Most of what the service is asked fails, slowly, and so do those who ask. */
  CASCADE(true, 0.8, 6),
  /** The service's instances start again, one by one, with another version. All is well. */
  DEPLOY(false, 0, 1),
  /** The service repeats something harmless very often. All is well. */
  STORM(false, 0, 1);

  private final boolean isHarmful;
  private final double chance;
  private final int slowdown;

  IncidentKind(boolean isHarmful, double chance, int slowdown) {
    this.isHarmful = isHarmful;
    this.chance = chance;
    this.slowdown = slowdown;
  }

  /** Whether somebody should be told; what is not harmful is a trap for detectors. */
  public boolean isHarmful() {
    return isHarmful;
  }

  /** How often the service's own statement of the incident is said. */
  public double chance() {
    return chance;
  }

  /** By how much the service's own time is multiplied. */
  public int slowdown() {
    return slowdown;
  }

  /** As users write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind that a word names.
   *
   * @throws IllegalArgumentException if it names none; says which there are
   */
  static IncidentKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no kind of incident; there are %s"
                    .formatted(
                        word,
                        Arrays.stream(values())
                            .map(IncidentKind::word)
                            .collect(Collectors.joining(", ")))));
  }
}
