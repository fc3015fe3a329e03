package dev.winnow.storage.duckdb.pack;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedColumn.Kind;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that some records have in their attributes, and what is at each. */
final class KeySample {
  private static final int MAX_COLUMNS = 100;
  private static final int MAX_KEYS = 10_000;
  private static final int MAX_KEY_LENGTH = 200;

  /** A key that fewer records have gets no column. */
  private static final double MIN_SHARE = 0.0005;

  private static final int LONG_TEXT = 32;
  private static final int UUID_LENGTH = 36;
  private static final int MAX_CHOICES = 2_000;
  private static final int RECORDS_PER_CHOICE = 4;

  private final Map<String, Values> keys = new LinkedHashMap<>();
  private final KeyOrder order = new KeyOrder();
  private int records;

  /** What was found at one key. */
  private static final class Values {
    private final Set<Kind> kinds = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private int count;
    private long length;

    private void add(AnyValue value) {
      count++;
      kinds.add(kind(value));
      if (value instanceof AnyValue.StringValue text) {
        length += text.value().length();
        if (texts.size() <= MAX_CHOICES) {
          texts.add(text.value());
        }
      }
    }

    private static Kind kind(AnyValue value) {
      return switch (value) {
        case AnyValue.StringValue text ->
            isUuid(text.value())
                ? Kind.UUID_DIGITS
                : isAddress(text.value()) ? Kind.ADDRESS : Kind.TEXT;
        case AnyValue.IntValue number -> Kind.INTEGER;
        case AnyValue.DoubleValue number -> Kind.DOUBLE;
        case AnyValue.BoolValue bool -> Kind.BOOLEAN;
        default -> Kind.JSON;
      };
    }

    /** Whether it may be one; where it turns out not to be, nothing is lost. */
    private static boolean isUuid(String text) {
      return text.length() == UUID_LENGTH
          && text.chars()
              .allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static boolean isAddress(String text) {
      return text.chars().filter(c -> c == '.').count() == 3
          && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private Kind kind() {
      if (!kinds.stream().allMatch(Kind::isText)) {
        return kinds.size() == 1 ? kinds.iterator().next() : Kind.JSON;
      }
      if (texts.size() <= MAX_CHOICES && texts.size() * RECORDS_PER_CHOICE <= count) {
        return Kind.CHOICE;
      }
      if (kinds.size() == 1 && !kinds.contains(Kind.TEXT)) {
        return kinds.iterator().next();
      }
      return length >= (long) LONG_TEXT * count ? Kind.LONG_TEXT : Kind.TEXT;
    }
  }

  /** Adds a record by its attributes, as {@link ValueJson} wrote them. */
  void add(String json) {
    records++;
    Attributes attributes = ValueJson.attributes(json);
    List<String> found = new ArrayList<>(attributes.size());
    attributes.forEach((key, value) -> {
      if (isPlain(key) && (keys.containsKey(key) || keys.size() < MAX_KEYS)) {
        found.add(key);
        keys.computeIfAbsent(key, fresh -> new Values()).add(value);
      }
    });
    order.add(found);
  }

  private static boolean isPlain(String key) {
    return key.length() <= MAX_KEY_LENGTH && key.chars().noneMatch(Character::isISOControl);
  }

  /** The columns for what most records have, in the order in which they have it. */
  List<PackedColumn> columns() {
    Set<String> frequent =
        keys.entrySet().stream()
            .filter(key -> key.getValue().count >= records * MIN_SHARE)
            .sorted(Comparator.comparingInt(key -> -key.getValue().count))
            .limit(MAX_COLUMNS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<PackedColumn> columns = new ArrayList<>();
    for (String key : order.of(frequent)) {
      columns.add(
          new PackedColumn(
              "a" + columns.size(), key, Objects.requireNonNull(keys.get(key)).kind()));
    }
    return columns;
  }
}
