package dev.winnow.formats.layout;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the attributes of a record where OpenTelemetry has them: what a {@link RecordInterpreter}
 * left under the name that the sender gave gets the one by which all are asked for. Not
 * thread-safe.
 *
 * <p>Lists of attributes within an object, such as {@code labels} and {@code metadata}, become
 * attributes themselves; of two for one name the outer one has it, the inner keeps its path.
 */
public final class RecordPlaces {
  private static final Set<String> LISTS = Set.of("attributes", "labels", "metadata");
  private static final int MAX_TRACE_FLAGS = 0xff;

  private final FieldNames names;
  private final Map<String, NamePlace> places = KnownNames.places();

  /** Names with a place of their own, by the field that they fill besides. */
  private final Map<String, List<String>> repeatedBy = new HashMap<>();

  private final Attributes.Builder attributes = Attributes.builder();
  private final Attributes.Builder resource = Attributes.builder();
  private final Map<String, AnyValue> taken = new HashMap<>();
  private Attributes given = Attributes.EMPTY;
  private LogRecord.Builder record = LogRecord.builder();
  private String scopeVersion = "";

  /** Places for the records that were read by these layouts. */
  public RecordPlaces(Layouts layouts) {
    names = layouts.names();
    for (String name : places.keySet()) {
      Field field = names.of(name).meaning.field();
      if (field != null) {
        repeatedBy.computeIfAbsent(field.attribute(), key -> new ArrayList<>()).add(name);
      }
    }
  }

  /** The record with its attributes in their places. */
  public LogRecord arrange(LogRecord read) {
    given = read.attributes();
    record = read.toBuilder();
    scopeVersion = "";
    attributes.clear();
    resource.clear();
    taken.clear();
    read.resource().attributes().forEach(resource::put);
    given.forEach(this::arrange);
    given.forEach(this::arrangeLists);
    Attributes described = resource.build();
    InstrumentationScope scope = read.scope();
    return record
        .attributes(attributes.build())
        .resource(described.isEmpty() ? Resource.EMPTY : new Resource(described))
        .scope(new InstrumentationScope(scope.name(), scopeVersion, scope.attributes()))
        .build();
  }

  private void arrange(String name, AnyValue value) {
    if (isRepeated(name, value) || isField(name, value)) {
      return;
    }
    switch (value) {
      case AnyValue.KvListValue list when name.equals("resource") -> describe(list.entries());
      case AnyValue.KvListValue list when name.equals("scope") ->
          scopeVersion = list.entries().value("version").text();
      case AnyValue.KvListValue list when LISTS.contains(name) -> {}
      default -> put(name, name, value);
    }
  }

  private void arrangeLists(String name, AnyValue value) {
    if (value instanceof AnyValue.KvListValue list && LISTS.contains(name)) {
      list.entries().forEach((inner, element) -> put(inner, name + "." + inner, element));
    }
  }

  private void describe(Attributes entries) {
    entries.forEach((name, value) -> {
      if (name.equals("attributes") && value instanceof AnyValue.KvListValue list) {
        list.entries().forEach(resource::put);
      } else {
        resource.put(name, value);
      }
    });
  }

  /** Takes what has a field of the record to itself. */
  private boolean isField(String name, AnyValue value) {
    if (!(value instanceof AnyValue.IntValue number)) {
      return false;
    }
    return switch (name) {
      case "observed_timestamp", "observedTimeUnixNano", "observed_time_unix_nano" -> {
        record.observedTimestamp(number.value());
        yield true;
      }
      case "trace_flags", "flags" -> {
        record.traceFlags((int) number.value() & MAX_TRACE_FLAGS);
        yield true;
      }
      default -> false;
    };
  }

  /** Whether an attribute only repeats another that has a place of its own. */
  private boolean isRepeated(String name, AnyValue value) {
    for (String source : repeatedBy.getOrDefault(name, List.of())) {
      if (given.value(source).equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** Puts a value in its place, or at its path if the place is taken. */
  private void put(String name, String path, AnyValue value) {
    NamePlace place = places.get(name);
    String target = place == null ? fieldName(name, value) : place.name();
    boolean isOfResource = place != null && place.isOfResource();
    AnyValue before = taken.putIfAbsent(target, value);
    if (before == null) {
      (isOfResource ? resource : attributes).put(target, value);
    } else if (!before.equals(value)) {
      attributes.put(path, value);
    }
  }

  /** The name of the field that a name stands for, if the field has the value. */
  private String fieldName(String name, AnyValue value) {
    Field field = names.of(name).meaning.field();
    // A bare duration has lost its unit, which its own name may tell.
    if (field == null || field == Field.DURATION) {
      return name;
    }
    return given.value(field.attribute()).equals(value) ? field.attribute() : name;
  }
}
