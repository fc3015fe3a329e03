package dev.winnow.kernel.record;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.List;

/** The depth of a container of values, within its limit. */
final class Depth {
  private Depth() {}

  /** One more than the deepest of {@code values}. */
  static int around(List<AnyValue> values) {
    int depth = 1;
    for (AnyValue value : values) {
      depth = Math.max(depth, value.depth() + 1);
    }
    if (depth > AnyValue.MAX_DEPTH) {
      throw new WinnowException(
          ErrorCode.INVALID_RECORD, "value nests " + depth + " deep, limit " + AnyValue.MAX_DEPTH);
    }
    return depth;
  }
}
