package dev.winnow.generator.traffic;

import dev.winnow.generator.incident.Incident;
import dev.winnow.generator.incident.Label;
import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Service;
import dev.winnow.generator.shop.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The incidents that go on, and what is known of them for their labels. */
final class Script {
  private final Schedule schedule;
  private final Cast cast;
  private final long beginning;
  private final Consumer<Label> labels;
  private final Map<Incident, LabelDraft> begun = new LinkedHashMap<>();
  private List<Incident> now = List.of();

  Script(Schedule schedule, Cast cast, long beginning, Consumer<Label> labels) {
    this.schedule = schedule;
    this.cast = cast;
    this.beginning = beginning;
    this.labels = labels;
  }

  /** Goes on to a time; returns the incidents that begin. */
  List<Incident> advance(long time) {
    if (schedule.incidents().isEmpty()) {
      return List.of();
    }
    now = schedule.at(time, beginning);
    List<Incident> beginners = new ArrayList<>();
    for (Incident incident : now) {
      if (begun.putIfAbsent(incident, new LabelDraft(incident, cast.name(incident.root())))
          == null) {
        beginners.add(incident);
      }
    }
    return beginners;
  }

  /** Tells of all incidents whose records were all given out: those that ended before a time. */
  void tellEnded(long time) {
    for (Iterator<Map.Entry<Incident, LabelDraft>> each = begun.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<Incident, LabelDraft> entry = each.next();
      if (entry.getKey().end() <= time) {
        labels.accept(entry.getValue().finish());
        each.remove();
      }
    }
  }

  List<Incident> now() {
    return now;
  }

  /** What goes on in a service at present; of several things the first. */
  @Nullable Incident in(Service service) {
    for (Incident incident : now) {
      if (incident.root().equals(service)) {
        return incident;
      }
    }
    return null;
  }

  void note(Incident cause, Service service, Statement statement) {
    LabelDraft draft = begun.get(cause);
    if (draft != null) {
      draft.add(cast.name(service), statement);
    }
  }
}
