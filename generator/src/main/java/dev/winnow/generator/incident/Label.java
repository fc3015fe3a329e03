package dev.winnow.generator.incident;

import dev.winnow.kernel.json.JsonWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * What there was to be found: an incident, as it was.
 *
 * @param rootService the service that caused it, as it is called in records
 * @param services those whose records the incident changed
 * @param templates what was said because of it
 * @param records how many records say so
 */
public record Label(
    Incident incident,
    String rootService,
    Set<String> services,
    Set<String> templates,
    long records) {
  public Label {
    services = Set.copyOf(services);
    templates = Set.copyOf(templates);
  }

  /** The label as one JSON object. */
  public String json() {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out).beginObject();
    json.key("kind").value(incident.kind().word());
    json.key("is_harmful").value(incident.kind().isHarmful());
    json.key("root_service").value(rootService);
    json.key("start").value(time(incident.start()));
    json.key("end").value(time(incident.end()));
    write("services", services, json);
    write("templates", templates, json);
    json.key("records").value(records).endObject();
    return out.toString();
  }

  private static void write(String key, Collection<String> values, JsonWriter json) {
    json.key(key).beginArray();
    values.stream().sorted().forEach(json::value);
    json.endArray();
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(0, nanos).toString();
  }
}
