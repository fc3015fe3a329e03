package dev.winnow.generator.incident;

import dev.winnow.generator.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is to go wrong. */
public record Schedule(List<PlannedIncident> incidents) {
  /** Nothing goes wrong by script. */
  public static final Schedule NONE = new Schedule(List.of());

  public Schedule {
    incidents = List.copyOf(incidents);
  }

  /**
   * Reads a line for each incident; what is behind a # is for people.
   *
   * @throws IllegalArgumentException if a line is none; says which and why
   */
  public static Schedule parse(List<String> lines, Shop shop) {
    List<PlannedIncident> incidents = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).split("#", 2)[0];
      if (!line.isBlank()) {
        incidents.add(parse(line, i + 1, shop));
      }
    }
    return new Schedule(incidents);
  }

  private static PlannedIncident parse(String line, int number, Shop shop) {
    try {
      return PlannedIncident.parse(line, shop);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
    }
  }

  /** What goes wrong at a time; {@code beginning} is what the incidents come after. */
  public List<Incident> at(long time, long beginning) {
    List<Incident> now = new ArrayList<>();
    for (PlannedIncident planned : incidents) {
      Optional<Incident> incident = planned.at(time, beginning);
      incident.ifPresent(now::add);
    }
    return now;
  }
}
