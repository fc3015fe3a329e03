package dev.winnow.formats.layout;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON object into the draft of a record. Not thread-safe. */
final class JsonMembers {
  private final Layouts layouts;
  private final RecordDraft draft;
  private final JsonScanner json = new JsonScanner();
  private final NamePath path = new NamePath();
  private byte[] in = {};
  private @Nullable FieldNames ownNames;

  JsonMembers(Layouts layouts, RecordDraft draft) {
    this.layouts = layouts;
    this.draft = draft;
  }

  /**
   * Gives the members of the object in {@code in[from, to)} to the draft, and all of them as one
   * value; the empty one if it is no object.
   */
  AnyValue read(byte[] in, int from, int to, Layout layout) {
    this.in = in;
    ownNames = layouts.ownNames(layout);
    json.reset(in, from, to);
    return json.next() == JsonEvent.OBJECT_START ? object() : AnyValue.empty();
  }

  /** What the scanner accepts nests no deeper than a value may. */
  private AnyValue object() {
    Attributes.Builder members = Attributes.builder();
    while (json.next() == JsonEvent.KEY) {
      String name = json.text();
      Meaning meaning = meaning();
      boolean isOutermost = json.depth() == 1;
      JsonEvent event = json.next();
      int start = json.valueFrom();
      AnyValue value = value(event);
      members.put(name, value);
      boolean isTaken = draft.take(meaning, start, value);
      if (isOutermost && !isTaken) {
        draft.attribute(name, value);
      }
    }
    return AnyValue.of(members.build());
  }

  private Meaning meaning() {
    if (json.depth() > NamePath.MAX_DEPTH) {
      return Meaning.NOTHING;
    }
    path.set(in, json.depth(), json.valueFrom(), json.valueTo());
    return layouts.meaning(ownNames, in, path);
  }

  private AnyValue value(JsonEvent event) {
    return switch (event) {
      case STRING -> AnyValue.of(json.text());
      case NUMBER ->
          json.isLong() ? AnyValue.of(json.longValue()) : AnyValue.of(json.doubleValue());
      case TRUE -> AnyValue.of(true);
      case FALSE -> AnyValue.of(false);
      case OBJECT_START -> object();
      case ARRAY_START -> array();
      case NULL, KEY, OBJECT_END, ARRAY_END, END, INVALID -> AnyValue.empty();
    };
  }

  /** Objects in an array have members that are nobody's fields. */
  private AnyValue array() {
    List<AnyValue> values = new ArrayList<>();
    JsonEvent event = json.next();
    while (event != JsonEvent.ARRAY_END && event != JsonEvent.INVALID) {
      values.add(event == JsonEvent.OBJECT_START ? plainObject() : value(event));
      event = json.next();
    }
    return AnyValue.of(values);
  }

  private AnyValue plainObject() {
    Attributes.Builder members = Attributes.builder();
    while (json.next() == JsonEvent.KEY) {
      String name = json.text();
      JsonEvent event = json.next();
      members.put(name, event == JsonEvent.OBJECT_START ? plainObject() : value(event));
    }
    return AnyValue.of(members.build());
  }
}
