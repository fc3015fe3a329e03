package dev.winnow.kernel.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Named values in the order in which they were first written. A key occurs once: written again, it
 * keeps its place and takes the new value. Equality includes the order.
 */
public final class Attributes {
  /** No attributes. */
  public static final Attributes EMPTY = new Attributes(new String[0], List.of());

  private final String[] keys;
  private final List<AnyValue> values;
  private final int depth;

  private Attributes(String[] keys, List<AnyValue> values) {
    this.keys = keys;
    this.values = values;
    this.depth = Depth.around(values);
  }

  public static Attributes of(String key, AnyValue value) {
    return new Attributes(new String[] {key}, List.of(value));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these attributes. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    forEach(builder::put);
    return builder;
  }

  public int size() {
    return keys.length;
  }

  public boolean isEmpty() {
    return keys.length == 0;
  }

  /** The value of a key; {@link AnyValue#empty} if it is absent. */
  public AnyValue value(String key) {
    return valueAt(indexOf(key, 0, key.length()));
  }

  /**
   * The value at a dotted path; {@link AnyValue#empty} if there is none.
   *
   * <p>Keys may hold dots themselves, so the longest beginning of the path that is a key decides:
   * {@code http.status} is the key {@code http.status} if it exists, else {@code status} within
   * {@code http}. A path leads through named values only, never into an array.
   */
  public AnyValue at(String path) {
    Attributes level = this;
    int from = 0;
    int to = path.length();
    while (to > from) {
      int index = level.indexOf(path, from, to);
      if (index < 0) {
        to = path.lastIndexOf('.', to - 1);
      } else if (to == path.length()) {
        return level.valueAt(index);
      } else if (level.valueAt(index) instanceof AnyValue.KvListValue inner) {
        level = inner.entries();
        from = to + 1;
        to = path.length();
      } else {
        return AnyValue.empty();
      }
    }
    return AnyValue.empty();
  }

  /** Calls {@code action} with every key and value in order. */
  public void forEach(BiConsumer<String, AnyValue> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values.get(i));
    }
  }

  int depth() {
    return depth;
  }

  private AnyValue valueAt(int index) {
    return index < 0 ? AnyValue.empty() : values.get(index);
  }

  private int indexOf(String path, int from, int to) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].length() == to - from && path.startsWith(keys[i], from)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && Arrays.equals(keys, that.keys)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + values.hashCode();
  }

  @Override
  public String toString() {
    return AnyValue.of(this).text();
  }

  /** Collects attributes; not thread-safe. */
  public static final class Builder {
    /** From this size on a hash index is worth its memory; below, a scan is faster. */
    private static final int INDEXED_SIZE = 16;

    private final List<String> keys = new ArrayList<>();
    private final List<AnyValue> values = new ArrayList<>();
    private @Nullable Map<String, Integer> index;

    private Builder() {}

    public Builder put(String key, AnyValue value) {
      int known = find(key);
      if (known >= 0) {
        values.set(known, value);
        return this;
      }
      keys.add(key);
      values.add(value);
      if (index != null) {
        index.put(key, keys.size() - 1);
      } else if (keys.size() == INDEXED_SIZE) {
        index = new HashMap<>();
        for (int i = 0; i < INDEXED_SIZE; i++) {
          index.put(keys.get(i), i);
        }
      }
      return this;
    }

    public Builder put(String key, String value) {
      return put(key, AnyValue.of(value));
    }

    public Builder put(String key, long value) {
      return put(key, AnyValue.of(value));
    }

    public Builder put(String key, double value) {
      return put(key, AnyValue.of(value));
    }

    public Builder put(String key, boolean value) {
      return put(key, AnyValue.of(value));
    }

    public Attributes build() {
      return keys.isEmpty()
          ? EMPTY
          : new Attributes(keys.toArray(new String[0]), List.copyOf(values));
    }

    private int find(String key) {
      return index == null ? keys.indexOf(key) : index.getOrDefault(key, -1);
    }
  }
}
