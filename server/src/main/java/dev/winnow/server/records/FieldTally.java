package dev.winnow.server.records;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.KeptRecord;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Counts the fields of records, one record after the other. Names beyond {@value #MOST} are not
 * told apart, and one that is longer than a query may name is left out. Not thread-safe.
 */
final class FieldTally {
  static final int MOST = 10_000;

  /** What every record may have. */
  private static final List<String> FIXED =
      List.of(
          "level",
          "service",
          "timestamp",
          "observed_timestamp",
          "severity_text",
          "event_name",
          "trace_id",
          "span_id",
          "template_id",
          "scope.name",
          "scope.version");

  private static final String SERVICE = Field.of("service").name();

  /** What is known of one field. */
  private static final class Seen {
    private final String type;
    private boolean isMixed;
    private long records;
    private long last;

    private Seen(String type) {
      this.type = type;
    }
  }

  private final Map<String, Seen> seen = new HashMap<>();
  private long records;

  void add(KeptRecord kept) {
    records++;
    LogRecord record = kept.record();
    String templateId = HexFormat.of().toHexDigits(kept.templateId());
    for (String name : FIXED) {
      Field field = Field.of(name.equals("level") ? "severity_number" : name);
      AnyValue value = field.read(record, templateId);
      if (!(value instanceof AnyValue.EmptyValue)) {
        add(name, typeOf(name, field, value));
      }
    }
    addValue("body", record.body());
    addAll("attributes.", record.attributes());
    addAll("resource.", record.resource().attributes());
  }

  /** A level is a number that is written as a word. */
  private static String typeOf(String name, Field field, AnyValue value) {
    if (name.equals("level")) {
      return "text";
    }
    return field.type() == Field.Type.TIME ? "time" : typeOf(value);
  }

  private static String typeOf(AnyValue value) {
    return switch (value) {
      case AnyValue.StringValue _ -> "text";
      case AnyValue.BoolValue _ -> "boolean";
      case AnyValue.IntValue _, AnyValue.DoubleValue _ -> "number";
      case AnyValue.BytesValue _ -> "bytes";
      case AnyValue.ArrayValue _ -> "list";
      case AnyValue.KvListValue _, AnyValue.EmptyValue _ ->
          throw new IllegalArgumentException("no value of its own");
    };
  }

  private void addAll(String prefix, Attributes attributes) {
    attributes.forEach((key, value) -> addValue(prefix + key, value));
  }

  private void addValue(String name, AnyValue value) {
    if (value instanceof AnyValue.KvListValue inner) {
      addAll(name + ".", inner.entries());
    } else if (!(value instanceof AnyValue.EmptyValue) && !name.equals(SERVICE)) {
      add(name, typeOf(value));
    }
  }

  private void add(String name, String type) {
    Seen field = seen.get(name);
    if (field == null) {
      boolean isTooLong = name.getBytes(StandardCharsets.UTF_8).length > Predicate.MAX_FIELD_BYTES;
      if (isTooLong || name.endsWith(".") || seen.size() == MOST) {
        return;
      }
      field = new Seen(type);
      seen.put(name, field);
    }
    field.isMixed |= !field.type.equals(type);
    // One record may have a name twice: as a key with a dot in it, and as a path.
    if (field.last != records) {
      field.last = records;
      field.records++;
    }
  }

  /** The names that were told apart. */
  int size() {
    return seen.size();
  }

  /** The fields that most records have, at most so many; among equals, by name. */
  List<FieldsAnswer.FieldAnswer> most(int limit) {
    return seen.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Seen> entry) -> entry.getValue().records)
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(entry -> answer(entry.getKey(), entry.getValue()))
        .toList();
  }

  private FieldsAnswer.FieldAnswer answer(String name, Seen field) {
    return new FieldsAnswer.FieldAnswer(
        name,
        field.isMixed ? "mixed" : field.type,
        field.records,
        (double) field.records / records);
  }
}
