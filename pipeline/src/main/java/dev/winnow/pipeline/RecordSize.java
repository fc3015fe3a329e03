package dev.winnow.pipeline;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValue.ArrayValue;
import dev.winnow.kernel.record.AnyValue.BoolValue;
import dev.winnow.kernel.record.AnyValue.BytesValue;
import dev.winnow.kernel.record.AnyValue.DoubleValue;
import dev.winnow.kernel.record.AnyValue.EmptyValue;
import dev.winnow.kernel.record.AnyValue.IntValue;
import dev.winnow.kernel.record.AnyValue.KvListValue;
import dev.winnow.kernel.record.AnyValue.StringValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;

/**
 * The size of a record as counts and costs have it: what its own values take, whatever the protocol
 * that brought it.
 *
 * <p>That is 16 bytes for both times, 8 for the numbers, its texts in UTF-8 (body, severity, event
 * name, ids), and the keys and values of its attributes, where a number takes 8 bytes and a truth
 * value one. Resource and scope, which many records share, are not counted.
 */
final class RecordSize {
  private static final int NUMBER = 8;
  private static final int FIXED = 3 * NUMBER;

  private RecordSize() {}

  static int of(LogRecord record) {
    long size =
        FIXED
            + of(record.body())
            + of(record.attributes())
            + utf8(record.severityText())
            + utf8(record.eventName())
            + record.traceId().length()
            + record.spanId().length();
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  private static long of(Attributes attributes) {
    long size = 0;
    for (int i = 0; i < attributes.size(); i++) {
      size += utf8(attributes.keyAt(i)) + of(attributes.valueAt(i));
    }
    return size;
  }

  private static long of(AnyValue value) {
    return switch (value) {
      case StringValue text -> utf8(text.value());
      case IntValue number -> NUMBER;
      case DoubleValue number -> NUMBER;
      case BoolValue truth -> 1;
      case KvListValue list -> of(list.entries());
      case ArrayValue array -> array.values().stream().mapToLong(RecordSize::of).sum();
      case BytesValue bytes -> bytes.size();
      case EmptyValue nothing -> 0;
    };
  }

  /** The bytes of a text in UTF-8; a lone surrogate is counted as half of a pair. */
  private static long utf8(String text) {
    long size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return size;
  }
}
