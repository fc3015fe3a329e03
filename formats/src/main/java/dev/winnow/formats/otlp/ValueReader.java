package dev.winnow.formats.otlp;

import static dev.winnow.formats.protobuf.ProtobufReader.field;

import dev.winnow.formats.protobuf.ProtobufReader;
import dev.winnow.formats.request.TextCache;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads texts, values and the attributes of one thing after another. */
final class ValueReader {
  private static final int VALUES = 1;

  private final ProtobufReader reader;
  private final RequestDraft draft;
  private final TextCache keys = new TextCache();
  private final TextCache texts = new TextCache();
  private final AttributesDraft attributes;
  private byte[] in = {};
  private String key = "";
  private AnyValue value = AnyValue.empty();

  ValueReader(ProtobufReader reader, RequestDraft draft) {
    this.reader = reader;
    this.draft = draft;
    attributes = new AttributesDraft(draft);
  }

  void reset(byte[] in) {
    this.in = in;
  }

  /** The attributes of what is being read. */
  AttributesDraft attributes() {
    return attributes;
  }

  /** Reads a text that is likely to come again. */
  String cachedText(int tag) {
    return cachedText(tag, texts);
  }

  private String cachedText(int tag, TextCache cache) {
    int end = reader.bytesEnd(tag);
    String text = cache.text(in, reader.at(), end);
    reader.moveTo(end);
    return text;
  }

  /** Reads one more attribute. */
  void attribute(int tag) {
    pair(tag, 1);
    attributes.put(key, value);
  }

  /** Reads a value that is in no other. */
  AnyValue body(int tag) {
    return value(tag, 0);
  }

  private void pair(int tag, int depth) {
    draft.countValue();
    int outer = reader.end();
    int end = reader.enter(tag);
    String pairKey = "";
    AnyValue pairValue = AnyValue.empty();
    while (reader.at() < end) {
      int field = reader.tag();
      switch (field(field)) {
        case 1 -> pairKey = cachedText(field, keys);
        case 2 -> pairValue = value(field, depth);
        default -> reader.skip(field);
      }
    }
    reader.leave(outer);
    key = pairKey;
    value = pairValue;
  }

  /** Reads a value within {@code depth} others. */
  private AnyValue value(int tag, int depth) {
    int outer = reader.end();
    int end = reader.enter(tag);
    AnyValue read = AnyValue.empty();
    while (reader.at() < end) {
      read = alternative(reader.tag(), depth, read);
    }
    reader.leave(outer);
    return read;
  }

  /** Reads one of the fields of which the last counts. */
  private AnyValue alternative(int tag, int depth, AnyValue before) {
    return switch (field(tag)) {
      case 1 -> text(tag);
      case 2 -> AnyValue.of(reader.varint(tag) != 0);
      case 3 -> AnyValue.of(reader.varint(tag));
      case 4 -> AnyValue.of(Double.longBitsToDouble(reader.fixed64(tag)));
      case 5 -> isWithinDepth(tag, depth) ? list(tag, depth) : AnyValue.empty();
      case 6 -> isWithinDepth(tag, depth) ? named(tag, depth) : AnyValue.empty();
      case 7 -> bytes(tag);
      default -> {
        reader.skip(tag);
        yield before;
      }
    };
  }

  private AnyValue text(int tag) {
    int end = reader.bytesEnd(tag);
    AnyValue text = texts.value(in, reader.at(), end);
    reader.moveTo(end);
    return text;
  }

  private AnyValue bytes(int tag) {
    int end = reader.bytesEnd(tag);
    AnyValue bytes = new AnyValue.BytesValue(Arrays.copyOfRange(in, reader.at(), end));
    reader.moveTo(end);
    return bytes;
  }

  private boolean isWithinDepth(int tag, int depth) {
    boolean isWithin = attributes.mayNest(depth);
    if (!isWithin) {
      reader.skip(tag);
    }
    return isWithin;
  }

  private AnyValue list(int tag, int depth) {
    int outer = reader.end();
    int end = reader.enter(tag);
    List<AnyValue> elements = new ArrayList<>();
    while (reader.at() < end) {
      int field = reader.tag();
      if (field(field) == VALUES) {
        draft.countValue();
        elements.add(value(field, depth + 1));
      } else {
        reader.skip(field);
      }
    }
    reader.leave(outer);
    return AnyValue.of(elements);
  }

  private AnyValue named(int tag, int depth) {
    int outer = reader.end();
    int end = reader.enter(tag);
    Attributes.Builder entries = attributes.inner(depth);
    while (reader.at() < end) {
      int field = reader.tag();
      if (field(field) == VALUES) {
        pair(field, depth + 1);
        entries.put(key, value);
      } else {
        reader.skip(field);
      }
    }
    reader.leave(outer);
    return AnyValue.of(entries.build());
  }
}
