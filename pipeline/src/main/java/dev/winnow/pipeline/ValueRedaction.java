package dev.winnow.pipeline;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValue.ArrayValue;
import dev.winnow.kernel.record.AnyValue.BytesValue;
import dev.winnow.kernel.record.AnyValue.DoubleValue;
import dev.winnow.kernel.record.AnyValue.IntValue;
import dev.winnow.kernel.record.AnyValue.KvListValue;
import dev.winnow.kernel.record.AnyValue.StringValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.redaction.Redactor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of values, however deep. What holds none stays the same instance. One per
 * thread.
 */
final class ValueRedaction {
  /** A shorter text is no secret unless its name says so. */
  private static final int MIN_CHARACTERS = 6;

  /** A number of fewer digits is no card's. */
  private static final long MIN_CARD_NUMBER = 1_000_000_000_000L;

  private final Redactor redactor = new Redactor();
  private final NameVerdicts names = new NameVerdicts(redactor);

  String redact(String text) {
    return text.length() < MIN_CHARACTERS ? text : redactor.redact(text);
  }

  /** A value that has no name. */
  AnyValue redact(AnyValue value) {
    return switch (value) {
      case StringValue text -> replaced(value, text.value(), redact(text.value()));
      case IntValue number when number.value() >= MIN_CARD_NUMBER ->
          replaced(value, number.text(), redact(number.text()));
      case KvListValue list -> {
        Attributes redacted = redact(list.entries());
        yield redacted.equals(list.entries()) ? value : AnyValue.of(redacted);
      }
      case ArrayValue array -> redactEach(array, null);
      case BytesValue bytes -> redact(bytes);
      default -> value;
    };
  }

  /** Values with their names, which may hold secrets themselves. */
  Attributes redact(Attributes attributes) {
    Attributes.Builder changed = null;
    for (int i = 0; i < attributes.size(); i++) {
      String key = attributes.keyAt(i);
      AnyValue value = attributes.valueAt(i);
      NameVerdicts.Verdict name = names.of(key);
      AnyValue redacted = name.isOfSecret() ? redactNamed(key, value) : redact(value);
      boolean isSame = redacted.equals(value) && name.redacted().equals(key);
      if (!isSame && changed == null) {
        changed = copy(attributes, i);
      }
      if (changed != null) {
        changed.put(name.redacted(), redacted);
      }
    }
    return changed == null ? attributes : changed.build();
  }

  private static Attributes.Builder copy(Attributes attributes, int size) {
    Attributes.Builder copy = Attributes.builder();
    for (int i = 0; i < size; i++) {
      copy.put(attributes.keyAt(i), attributes.valueAt(i));
    }
    return copy;
  }

  /** A value whose name says that it may be a secret. */
  private AnyValue redactNamed(String name, AnyValue value) {
    return switch (value) {
      case StringValue text -> replaced(value, text.value(), redactor.redact(name, text.value()));
      case IntValue number -> replaced(value, number.text(), redactor.redact(name, number.text()));
      case DoubleValue number ->
          replaced(value, number.text(), redactor.redact(name, number.text()));
      case ArrayValue array -> redactEach(array, name);
      default -> redact(value);
    };
  }

  private AnyValue redactEach(ArrayValue array, @Nullable String name) {
    List<AnyValue> values = array.values();
    List<AnyValue> redacted =
        values.stream().map(each -> name == null ? redact(each) : redactNamed(name, each)).toList();
    return redacted.equals(values) ? array : AnyValue.of(redacted);
  }

  private AnyValue redact(BytesValue bytes) {
    byte[] raw = bytes.toByteArray();
    boolean isClean = redactor.redact(raw, 0, raw.length) == 0;
    return isClean ? bytes : new BytesValue(Arrays.copyOf(redactor.bytes(), redactor.length()));
  }

  private static AnyValue replaced(AnyValue value, String before, String after) {
    return after.equals(before) ? value : AnyValue.of(after);
  }
}
