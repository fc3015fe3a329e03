package dev.winnow.kernel.record;

import java.util.Arrays;
import java.util.List;

/**
 * A value of a body or attribute: a scalar, bytes, or a container of values.
 *
 * <p>Containers nest at most {@link #MAX_DEPTH} deep, checked when one is made, so that comparing,
 * hashing and rendering a value never exhausts the stack.
 */
public sealed interface AnyValue {
  /** How deep containers may nest; the same as in JSON that is read. */
  int MAX_DEPTH = 64;

  /** The absent value. */
  static AnyValue empty() {
    return EmptyValue.INSTANCE;
  }

  static AnyValue of(String value) {
    return new StringValue(value);
  }

  static AnyValue of(boolean value) {
    return value ? BoolValue.TRUE : BoolValue.FALSE;
  }

  static AnyValue of(long value) {
    return new IntValue(value);
  }

  static AnyValue of(double value) {
    return new DoubleValue(value);
  }

  static AnyValue of(List<? extends AnyValue> values) {
    return new ArrayValue(values);
  }

  static AnyValue of(Attributes entries) {
    return new KvListValue(entries);
  }

  /** How many containers are nested in this value, itself included: 0 for a scalar. */
  default int depth() {
    return 0;
  }

  /** The value for people: a string as it is, nothing for the empty value, else compact JSON. */
  default String text() {
    return AnyValueJson.toJson(this);
  }

  /** The absent value; in JSON, {@code null}. */
  record EmptyValue() implements AnyValue {
    private static final EmptyValue INSTANCE = new EmptyValue();

    @Override
    public String text() {
      return "";
    }
  }

  /** A text. */
  record StringValue(String value) implements AnyValue {
    @Override
    public String text() {
      return value;
    }
  }

  /** A truth value. */
  record BoolValue(boolean value) implements AnyValue {
    private static final BoolValue TRUE = new BoolValue(true);
    private static final BoolValue FALSE = new BoolValue(false);
  }

  /** A 64-bit signed integer. */
  record IntValue(long value) implements AnyValue {}

  /** An IEEE 754 double, NaN and infinities included. */
  record DoubleValue(double value) implements AnyValue {}

  /** Bytes without further meaning; in JSON, a base64 string. */
  final class BytesValue implements AnyValue {
    private final byte[] bytes;

    public BytesValue(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** How many bytes there are. */
    public int size() {
      return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BytesValue that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "BytesValue[" + bytes.length + " bytes]";
    }
  }

  /** A list of values, which may be of different types. */
  final class ArrayValue implements AnyValue {
    private final List<AnyValue> values;
    private final int depth;

    public ArrayValue(List<? extends AnyValue> values) {
      this.values = List.copyOf(values);
      this.depth = Depth.around(this.values);
    }

    public List<AnyValue> values() {
      return values;
    }

    @Override
    public int depth() {
      return depth;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ArrayValue that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
      return values.hashCode();
    }

    @Override
    public String toString() {
      return "ArrayValue" + values;
    }
  }

  /** Named values, such as the members of a JSON object. */
  record KvListValue(Attributes entries) implements AnyValue {
    @Override
    public int depth() {
      return entries.depth();
    }
  }
}
