package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stored form of knowledge: {@code {"format":1,"rules":1,"shapes":[[slot,...],...],
 * "aliases":[alias,member,...]}}. A slot is a string of its kind's initial, its gap ({@code -}, a
 * space, or a line break) and its text; the parts of a segment are an array in its place.
 */
final class KnowledgeJson {
  private static final long FORMAT = 1;
  private static final char NO_GAP = '-';

  private final JsonScanner in = new JsonScanner();

  private KnowledgeJson() {}

  static String write(Knowledge knowledge) {
    StringBuilder text = new StringBuilder();
    JsonWriter out = new JsonWriter(text).beginObject();
    out.key("format").value(FORMAT).key("rules").value(FormScanner.RULES);
    out.key("shapes").beginArray();
    for (Shape shape : knowledge.shapes()) {
      write(shape.slots(), out);
    }
    out.endArray().key("aliases").beginArray();
    knowledge.aliases().forEach((alias, member) -> out.value(alias).value(member));
    out.endArray().endObject();
    return text.toString();
  }

  private static void write(List<Slot> slots, JsonWriter out) {
    out.beginArray();
    for (Slot slot : slots) {
      char gap = slot.gap() == Slot.NO_GAP ? NO_GAP : slot.gap();
      if (slot.kind() == Kind.SEGMENT) {
        out.beginArray().value(String.valueOf(gap));
        write(slot.parts(), out);
        out.endArray();
      } else {
        out.value("" + slot.kind().name().charAt(0) + gap + slot.text());
      }
    }
    out.endArray();
  }

  static Knowledge read(String json) {
    KnowledgeJson reader = new KnowledgeJson();
    reader.in.reset(json);
    return reader.knowledge();
  }

  private Knowledge knowledge() {
    expect(JsonEvent.OBJECT_START);
    require("format", FORMAT);
    require("rules", FormScanner.RULES);
    key("shapes");
    expect(JsonEvent.ARRAY_START);
    List<Shape> shapes = new ArrayList<>();
    while (in.next() == JsonEvent.ARRAY_START) {
      List<Slot> slots = slots();
      if (slots.isEmpty()) {
        throw unusable("a shape has no slots");
      }
      shapes.add(new Shape(slots));
    }
    key("aliases");
    expect(JsonEvent.ARRAY_START);
    Map<Long, Long> aliases = new HashMap<>();
    while (in.next() == JsonEvent.NUMBER) {
      long alias = id();
      expect(JsonEvent.NUMBER);
      aliases.put(alias, id());
    }
    expect(JsonEvent.OBJECT_END);
    expect(JsonEvent.END);
    return Knowledge.of(shapes, aliases);
  }

  /** Reads the slots of an array whose start was the last event. */
  private List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    while (true) {
      switch (in.next()) {
        case STRING -> slots.add(slot(in.text()));
        case ARRAY_START -> slots.add(segment());
        case ARRAY_END -> {
          return List.copyOf(slots);
        }
        default -> throw unusable("a slot is neither a string nor an array");
      }
    }
  }

  private long id() {
    if (!in.isLong()) {
      throw unusable("an id is no whole number of 64 bits: " + in.text());
    }
    return in.longValue();
  }

  private Slot segment() {
    expect(JsonEvent.STRING);
    char gap = gap(in.text(), 0);
    expect(JsonEvent.ARRAY_START);
    List<Slot> parts = slots();
    expect(JsonEvent.ARRAY_END);
    return Slot.segment(gap, parts);
  }

  private static Slot slot(String text) {
    for (Kind kind : Kind.values()) {
      if (!text.isEmpty() && kind != Kind.SEGMENT && kind.name().charAt(0) == text.charAt(0)) {
        return Slot.of(gap(text, 1), kind, wellFormed(text.substring(2)));
      }
    }
    throw unusable("no kind of slot begins with the letter in \"" + text + "\"");
  }

  /** Refuses a placeholder that does not end. */
  private static String wellFormed(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      int end = text.startsWith("<<", at) ? at + 1 : text.indexOf('>', at);
      if (end < 0) {
        throw unusable("a placeholder has no end in \"" + text + "\"");
      }
      at = end + 1;
    }
    return text;
  }

  private static char gap(String text, int at) {
    if (at >= text.length()) {
      throw unusable("a slot has no gap");
    }
    return text.charAt(at) == NO_GAP ? Slot.NO_GAP : text.charAt(at);
  }

  private void require(String name, long value) {
    key(name);
    expect(JsonEvent.NUMBER);
    if (!in.isLong() || in.longValue() != value) {
      throw unusable(name + " is " + in.text() + ", this program reads " + value);
    }
  }

  private void key(String name) {
    expect(JsonEvent.KEY);
    if (!in.text().equals(name)) {
      throw unusable("found \"" + in.text() + "\" where \"" + name + "\" belongs");
    }
  }

  private void expect(JsonEvent event) {
    JsonEvent found = in.next();
    if (found != event) {
      throw unusable("found " + found + " where " + event + " belongs, at byte " + in.position());
    }
  }

  private static WinnowException unusable(String reason) {
    return new WinnowException(ErrorCode.SNAPSHOT_UNUSABLE, "the snapshot is unusable: " + reason);
  }
}
