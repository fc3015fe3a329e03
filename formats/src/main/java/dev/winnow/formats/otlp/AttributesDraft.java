package dev.winnow.formats.otlp;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import org.jspecify.annotations.Nullable;

/** The attributes of one thing after another, while they are read. */
final class AttributesDraft {
  private final RequestDraft request;
  private final Attributes.Builder attributes = Attributes.builder();

  /** For named values within others, by how deep they are. */
  private final Attributes.@Nullable Builder[] inner = new Attributes.Builder[AnyValue.MAX_DEPTH];

  private int read;
  private boolean isTooDeep;

  AttributesDraft(RequestDraft request) {
    this.request = request;
  }

  void begin() {
    attributes.clear();
    read = 0;
    isTooDeep = false;
  }

  void put(String key, AnyValue value) {
    if (read++ < request.limits().attributes()) {
      attributes.put(key, value);
    }
  }

  Attributes attributes() {
    return attributes.build();
  }

  /** How many were left out for their number. */
  int leftOut() {
    return Math.max(0, read - request.limits().attributes());
  }

  /** Whether a container may stand within {@code depth} others; notes if not. */
  boolean mayNest(int depth) {
    isTooDeep |= depth >= AnyValue.MAX_DEPTH;
    return depth < AnyValue.MAX_DEPTH;
  }

  /** Whether some value since the beginning nests too deep, and was passed over. */
  boolean isTooDeep() {
    return isTooDeep;
  }

  /** A builder of named values within {@code depth} containers. */
  Attributes.Builder inner(int depth) {
    Attributes.Builder builder = inner[depth];
    if (builder == null) {
      builder = Attributes.builder();
      inner[depth] = builder;
    }
    return builder.clear();
  }
}
