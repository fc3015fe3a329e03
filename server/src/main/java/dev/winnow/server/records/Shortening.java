package dev.winnow.server.records;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.server.records.RecordAnswer.Scope;
import dev.winnow.server.records.RecordAnswer.Shortened;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts one record to what a list shows of it, and counts what is cut. */
final class Shortening {
  /** The characters of a body, and of it as text. */
  static final int BODY_LENGTH = 2_048;

  /** The characters of any other text, and of a value that holds others. */
  static final int VALUE_LENGTH = 256;

  /** The attributes of a record, of its resource and of its scope. */
  static final int ATTRIBUTES = 64;

  /** Their characters, all keys and values of one of these together, but for the last. */
  static final int ATTRIBUTES_LENGTH = 4_096;

  private final Set<String> columns;
  private int leftOut;
  private int cut;

  Shortening(Set<String> columns) {
    this.columns = columns;
  }

  RecordAnswer of(RecordAnswer whole) {
    boolean isBodyWhole = whole.message().length() <= BODY_LENGTH;
    AnyValue body =
        isBodyWhole ? whole.body() : new CutValue(BODY_LENGTH, columns).of(whole.body(), "body");
    Attributes attributes = attributes(whole.attributes(), "attributes.");
    Attributes resource = attributes(whole.resource(), "resource.");
    Scope scope =
        new Scope(
            text(whole.scope().name()),
            text(whole.scope().version()),
            attributes(whole.scope().attributes(), "scope."));
    String severityText = text(whole.severityText());
    String eventName = text(whole.eventName());
    boolean isWhole = isBodyWhole && leftOut == 0 && cut == 0;
    return new RecordAnswer(
        whole.id(),
        whole.timestamp(),
        whole.observedTimestamp(),
        whole.severityNumber(),
        severityText,
        whole.severityInferred(),
        body,
        attributes,
        resource,
        scope,
        eventName,
        whole.traceId(),
        whole.spanId(),
        whole.traceFlags(),
        whole.droppedAttributesCount(),
        whole.templateId(),
        whole.sampling(),
        whole.receiver(),
        whole.level(),
        whole.service() == null ? null : CutValue.beginning(whole.service(), VALUE_LENGTH),
        CutValue.beginning(whole.message(), BODY_LENGTH),
        isWhole
            ? null
            : new Shortened(isBodyWhole ? null : whole.message().length(), leftOut, cut));
  }

  private @Nullable String text(@Nullable String whole) {
    if (whole == null || whole.length() <= VALUE_LENGTH) {
      return whole;
    }
    cut++;
    return CutValue.beginning(whole, VALUE_LENGTH);
  }

  private Attributes attributes(Attributes whole, String prefix) {
    if (whole.isEmpty()) {
      return whole;
    }
    Attributes.Builder kept = Attributes.builder();
    int length = 0;
    for (int i = 0, places = ATTRIBUTES; i < whole.size(); i++) {
      String key = whole.keyAt(i);
      boolean hasPlace = places > 0 && length < ATTRIBUTES_LENGTH && key.length() <= VALUE_LENGTH;
      if (!hasPlace && !isColumn(prefix + key)) {
        leftOut++;
        continue;
      }
      CutValue value = new CutValue(VALUE_LENGTH, columns);
      kept.put(key, value.of(whole.valueAt(i), prefix + key));
      cut += value.isCut() ? 1 : 0;
      length += key.length() + value.length();
      places--;
    }
    return kept.build();
  }

  private boolean isColumn(String path) {
    return CutValue.isColumn(path, columns);
  }
}
