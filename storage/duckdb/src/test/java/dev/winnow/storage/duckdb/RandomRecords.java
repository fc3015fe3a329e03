package dev.winnow.storage.duckdb;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.NumberRange.Bound;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.predicate.TimeRange;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records and predicates from few, awkward values, so that they meet often. */
final class RandomRecords {
  static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "A",
          "b",
          "1",
          "null",
          "true",
          "' or 1=1 --",
          "\"",
          "\\",
          "%",
          "_",
          "\0",
          "a\0b",
          "é",
          "😀",
          "\n",
          "$bytes:",
          "$bytes:aGk=",
          "$text:",
          "$text:a",
          "$double:NaN",
          "$5",
          "{}",
          "{\"a\":1}",
          "[1]",
          " ",
          "\u001f",
          "0af7651916cd43dd8448eb211c80319c",
          "$1");
  static final List<String> TRACES =
      List.of("", "0af7651916cd43dd8448eb211c80319c", "ffffffffffffffff0000000000000001");
  static final List<String> SPANS = List.of("", "f7ad6b7169203331", "0000000000000001");
  static final List<AnyValue> NUMBERS =
      Stream.concat(
              Stream.of(
                      0L,
                      1L,
                      -1L,
                      9L,
                      17L,
                      1L << 53,
                      (1L << 53) + 1,
                      Long.MAX_VALUE,
                      Long.MAX_VALUE - 1,
                      Long.MIN_VALUE)
                  .map(AnyValue::of),
              Stream.of(
                      0.0, -0.0, 1.0, 0.5, -0.5, 9.5, 1e300, 4.9e-324, 0x1p53, 0x1p63, -0x1p63,
                      1e19, 0.1, 1e21)
                  .map(AnyValue::of))
          .toList();

  private static final List<String> KEYS =
      List.of(
          "a",
          "b",
          "a.b",
          "a.b.c",
          "b.c",
          "c",
          "0",
          "*",
          "a/b",
          "a~1",
          "$bytes:",
          "\"",
          "'",
          "-",
          "#",
          "k\0",
          "service",
          "name",
          "service.name",
          "é",
          "a.",
          ".a",
          "$.a");
  private static final List<String> FIELDS =
      List.of(
          "severity_text",
          "event_name",
          "trace_id",
          "span_id",
          "template_id",
          "scope.name",
          "scope.version",
          "severity_number",
          "body",
          "service");

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  List<LogRecord> records(int count) {
    return Stream.generate(this::record).limit(count).toList();
  }

  private LogRecord record() {
    long time = SampleRecords.time(random.nextInt(200) * 0.7 + 60);
    return LogRecord.builder()
        .timestamp(time)
        .observedTimestamp(time + random.nextInt(3))
        .severityNumber(SeverityNumber.of(one(List.of(0, 1, 9, 17, 24))))
        .severityText(one(TEXTS))
        .body(random.nextInt(3) == 0 ? value(2) : AnyValue.of(one(TEXTS)))
        .attributes(attributes(3))
        .resource(
            random.nextBoolean() ? Resource.ofService(one(TEXTS)) : new Resource(attributes(2)))
        .scope(new InstrumentationScope(one(TEXTS), one(TEXTS), attributes(1)))
        .eventName(one(TEXTS))
        .traceId(one(TRACES))
        .spanId(one(SPANS))
        .traceFlags(random.nextInt(256))
        .droppedAttributesCount(random.nextInt(2))
        .build();
  }

  private Attributes attributes(int depth) {
    Attributes.Builder attributes = Attributes.builder();
    for (int i = random.nextInt(4); i > 0; i--) {
      attributes.put(one(KEYS), value(depth - 1));
    }
    return attributes.build();
  }

  private AnyValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 0 -> AnyValue.empty();
      case 1 -> AnyValue.of(random.nextBoolean());
      case 2 ->
          new AnyValue.BytesValue(one(TEXTS).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case 3 -> one(NUMBERS);
      case 4 -> AnyValue.of(one(List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1.0 / 0)));
      case 5, 6 -> AnyValue.of(one(TEXTS));
      case 7 -> AnyValue.of(List.of(value(depth - 1), value(depth - 1)));
      default -> AnyValue.of(attributes(depth));
    };
  }

  Field field() {
    return Field.of(
        switch (random.nextInt(6)) {
          case 0, 1 -> one(FIELDS);
          case 2 -> "resource." + path();
          case 3 -> "body." + path();
          default -> "attributes." + path();
        });
  }

  private String path() {
    return random.nextBoolean() ? one(KEYS) : one(KEYS) + "." + one(KEYS);
  }

  /** A predicate about any fields. */
  Predicate predicate(int depth) {
    return predicate(depth, this::anyLeaf);
  }

  /** A predicate about some fields. */
  Predicate predicate(int depth, List<Field> fields) {
    return predicate(depth, () -> leaf(one(fields)));
  }

  private Predicate predicate(int depth, Supplier<Predicate> leaf) {
    return switch (random.nextInt(depth > 0 ? 10 : 7)) {
      case 7 -> new And(parts(depth, leaf));
      case 8 -> new Or(parts(depth, leaf));
      case 9 -> new Not(predicate(depth - 1, leaf));
      default -> leaf.get();
    };
  }

  private List<Predicate> parts(int depth, Supplier<Predicate> leaf) {
    List<Predicate> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(predicate(depth - 1, leaf));
    }
    return parts;
  }

  private Predicate anyLeaf() {
    return random.nextInt(12) == 0 ? time() : leaf(field());
  }

  private Predicate leaf(Field field) {
    return switch (field.type()) {
      case NUMBER -> random.nextBoolean() ? equal(field, NUMBERS) : range(field);
      case TEXT -> text(field);
      default ->
          switch (random.nextInt(4)) {
            case 0 -> range(field);
            case 1 -> equal(field, NUMBERS);
            case 2 -> new Equals(field, AnyValue.of(random.nextBoolean()));
            default -> text(field);
          };
    };
  }

  private Predicate time() {
    Field field = Field.of(one(List.of("timestamp", "observed_timestamp")));
    return random.nextBoolean()
        ? new TimeRange(field, SampleRecords.time(random.nextInt(200)), 0)
        : new TimeRange(field, 0, random.nextBoolean() ? -1 : SampleRecords.time(120));
  }

  private Predicate text(Field field) {
    String text = one(one(List.of(TEXTS, TRACES, SPANS)));
    return switch (text.isEmpty() ? 0 : random.nextInt(5)) {
      case 0 -> new Exists(field);
      case 1 -> new Contains(field, text);
      case 2 -> new StartsWith(field, text);
      case 3 -> new OneOf(field, List.of(AnyValue.of(text), AnyValue.of(one(TEXTS))));
      default -> new Equals(field, AnyValue.of(text));
    };
  }

  private Predicate equal(Field field, List<AnyValue> values) {
    return random.nextBoolean()
        ? new Equals(field, one(values))
        : new OneOf(field, List.of(one(values), one(values)));
  }

  private Predicate range(Field field) {
    Bound lower = bound();
    return new NumberRange(field, lower, lower == null ? someBound() : bound());
  }

  private @Nullable Bound bound() {
    return random.nextBoolean() ? someBound() : null;
  }

  private Bound someBound() {
    return new Bound(one(NUMBERS), random.nextBoolean());
  }
}
