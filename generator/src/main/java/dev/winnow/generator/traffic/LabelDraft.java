package dev.winnow.generator.traffic;

import dev.winnow.generator.incident.Incident;
import dev.winnow.generator.incident.Label;
import dev.winnow.generator.shop.Statement;
import java.util.HashSet;
import java.util.Set;

/** What an incident has changed so far. */
final class LabelDraft {
  private final Incident incident;
  private final String rootService;
  private final Set<String> services = new HashSet<>();
  private final Set<String> templates = new HashSet<>();
  private long records;

  LabelDraft(Incident incident, String rootService) {
    this.incident = incident;
    this.rootService = rootService;
  }

  void add(String service, Statement statement) {
    services.add(service);
    templates.add(statement.text().template());
    records++;
  }

  Label finish() {
    return new Label(incident, rootService, services, templates, records);
  }
}
