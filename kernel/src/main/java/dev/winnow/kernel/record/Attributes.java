package dev.winnow.kernel.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Named values in the order in which they were first written. A key occurs once: written again, it
 * keeps its place and takes the new value. Equality includes the order.
 */
public final class Attributes {
  /** No attributes. */
  public static final Attributes EMPTY = new Attributes(new String[0], new AnyValue[0]);

  private final String[] keys;
  private final AnyValue[] values;
  private final int depth;

  private Attributes(String[] keys, AnyValue[] values) {
    this.keys = keys;
    this.values = values;
    this.depth = Depth.around(Arrays.asList(values));
  }

  public static Attributes of(String key, AnyValue value) {
    return new Attributes(new String[] {key}, new AnyValue[] {value});
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
    return valueOrEmpty(indexOf(key, 0, key.length()));
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

  /** The key at a place, from 0 on. */
  public String keyAt(int index) {
    return keys[index];
  }

  /** The value at a place, from 0 on. */
  public AnyValue valueAt(int index) {
    return values[index];
  }

  /** Calls {@code action} with every key and value in order. */
  public void forEach(BiConsumer<String, AnyValue> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  int depth() {
    return depth;
  }

  private AnyValue valueOrEmpty(int index) {
    return index < 0 ? AnyValue.empty() : values[index];
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
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return AnyValue.of(this).text();
  }

  /** Collects attributes; not thread-safe. Reused through {@link #clear}. */
  public static final class Builder {
    /*
     * What one program logs has the same keys in the same order, record after record. As long as the
     * keys that are put are those of the attributes built last, one by one and the same objects,
     * they are distinct as those are, so nothing is searched, and nothing is copied to share them.
     *
     * Otherwise a key is searched among those before it unless the filter, one bit for each hash
     * modulo 64, shows that it cannot be there; and in a hash index where they are many.
     */

    /** From this size on a hash index is worth its memory; below, a scan is faster. */
    private static final int INDEXED_SIZE = 32;

    private static final int FIRST_CAPACITY = 10;

    private String[] keys = new String[FIRST_CAPACITY];
    private AnyValue[] values = new AnyValue[FIRST_CAPACITY];
    private int size;
    private String[] builtKeys = EMPTY.keys;
    private boolean isLikeBuilt = true;
    private long filter;
    private @Nullable Map<String, Integer> index;

    private Builder() {}

    /** Forgets what was put. */
    public Builder clear() {
      size = 0;
      isLikeBuilt = true;
      return this;
    }

    @SuppressWarnings("ReferenceEquality") // the same object is enough, and takes no time to tell
    public Builder put(String key, AnyValue value) {
      if (isLikeBuilt) {
        if (size < builtKeys.length && builtKeys[size] == key) {
          append(value);
          return this;
        }
        leaveBuilt();
      }
      int known = find(key);
      if (known >= 0) {
        values[known] = value;
      } else {
        append(key, value);
      }
      return this;
    }

    private void append(AnyValue value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    private void append(String key, AnyValue value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
      }
      keys[size] = key;
      filter |= 1L << key.hashCode();
      if (index != null) {
        index.put(key, size);
      }
      append(value);
      if (size == INDEXED_SIZE) {
        index = new HashMap<>();
        for (int i = 0; i < INDEXED_SIZE; i++) {
          index.put(keys[i], i);
        }
      }
    }

    /** Goes on with keys of its own. */
    private void leaveBuilt() {
      isLikeBuilt = false;
      filter = 0;
      index = null;
      int likeBuilt = size;
      size = 0;
      for (int i = 0; i < likeBuilt; i++) {
        append(builtKeys[i], values[i]);
      }
    }

    private int find(String key) {
      if (index != null) {
        return index.getOrDefault(key, -1);
      }
      if ((filter & (1L << key.hashCode())) != 0) {
        for (int i = 0; i < size; i++) {
          if (keys[i].equals(key)) {
            return i;
          }
        }
      }
      return -1;
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
      if (!isLikeBuilt || size != builtKeys.length) {
        builtKeys = Arrays.copyOf(isLikeBuilt ? builtKeys : keys, size);
        isLikeBuilt = true;
      }
      return size == 0 ? EMPTY : new Attributes(builtKeys, Arrays.copyOf(values, size));
    }
  }
}
