package dev.winnow.server.records;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The beginning of one value, so many characters of its texts and keys; of the same type. */
final class CutValue {
  /** What a number, or what holds others, takes at least. */
  private static final int SMALL = 8;

  private final int most;
  private final Set<String> columns;
  private int length;
  private boolean isCut;

  /**
   * No value yet.
   *
   * @param columns the fields that are not left out
   */
  CutValue(int most, Set<String> columns) {
    this.most = most;
    this.columns = columns;
  }

  /** The first characters of a text, which do not end within a code point. */
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean isWithin = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, isWithin ? most - 1 : most);
  }

  /** Whether a path leads to a column, or is one. */
  static boolean isColumn(String path, Set<String> columns) {
    for (String column : columns) {
      boolean isOnWay = column.startsWith(path);
      if (isOnWay && (column.length() == path.length() || column.charAt(path.length()) == '.')) {
        return true;
      }
    }
    return false;
  }

  boolean isCut() {
    return isCut;
  }

  /** The characters of what is left. */
  int length() {
    return length;
  }

  /** The beginning of a value that is at a path. */
  AnyValue of(AnyValue value, String path) {
    return switch (value) {
      case AnyValue.StringValue text -> AnyValue.of(text(text.value(), path));
      case AnyValue.BytesValue bytes -> bytes(bytes);
      case AnyValue.KvListValue list -> AnyValue.of(entries(list.entries(), path));
      case AnyValue.ArrayValue array -> AnyValue.of(values(array.values(), path));
      default -> {
        length += SMALL;
        yield value;
      }
    };
  }

  private int room() {
    return Math.max(0, most - length);
  }

  /** A column has room of its own, as it is to be seen. */
  private String text(String text, String path) {
    int own = columns.contains(path) ? Math.min(most, Shortening.VALUE_LENGTH) : 0;
    String kept = beginning(text, Math.max(own, room()));
    isCut |= kept.length() < text.length();
    length += kept.length();
    return kept;
  }

  private AnyValue bytes(AnyValue.BytesValue bytes) {
    int kept = Math.min(bytes.size(), room());
    length += kept;
    if (kept == bytes.size()) {
      return bytes;
    }
    isCut = true;
    return new AnyValue.BytesValue(Arrays.copyOf(bytes.toByteArray(), kept));
  }

  private Attributes entries(Attributes whole, String path) {
    length += SMALL;
    Attributes.Builder kept = Attributes.builder();
    whole.forEach((key, value) -> {
      if (key.length() < room() || isColumn(path + "." + key, columns)) {
        length += key.length();
        kept.put(key, of(value, path + "." + key));
      } else {
        isCut = true;
      }
    });
    return kept.build();
  }

  private List<AnyValue> values(List<AnyValue> whole, String path) {
    length += SMALL;
    List<AnyValue> kept = new ArrayList<>();
    for (AnyValue value : whole) {
      if (room() == 0) {
        isCut = true;
        break;
      }
      length++; // Without it there would be room for any number of empty texts.
      kept.add(of(value, path));
    }
    return kept;
  }
}
