package dev.winnow.formats.otlp;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Records of every kind that OTLP can carry, some with the same resource and scope. */
final class OtlpRecords {
  private static final int MAX_DEPTH = 4;

  private OtlpRecords() {}

  static Arbitrary<List<LogRecord>> lists() {
    return resources()
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .flatMap(resources -> scopes().flatMap(scope -> records(resources, scope)))
        .list()
        .ofMaxSize(3)
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<List<LogRecord>> records(
      List<Resource> resources, InstrumentationScope scope) {
    return record(Arbitraries.of(resources), scope).list().ofMaxSize(5);
  }

  private static Arbitrary<LogRecord> record(
      Arbitrary<Resource> resources, InstrumentationScope scope) {
    Arbitrary<LogRecord.Builder> times =
        Combinators.combine(
                Arbitraries.longs(), Arbitraries.longs(), Arbitraries.of(SeverityNumber.class))
            .as((time, observed, severity) ->
                LogRecord.builder()
                    .timestamp(time)
                    .observedTimestamp(observed)
                    .severityNumber(severity));
    return Combinators.combine(
            times,
            resources,
            texts(),
            values(MAX_DEPTH),
            attributes(MAX_DEPTH),
            hex(16),
            hex(8),
            Arbitraries.integers().between(0, 255))
        .as((record, resource, text, body, attributes, traceId, spanId, number) ->
            record
                .resource(resource)
                .scope(scope)
                .severityText(text)
                .eventName(text)
                .body(body)
                .attributes(attributes)
                .traceId(traceId)
                .spanId(spanId)
                .traceFlags(number)
                .droppedAttributesCount(number * 8_421_504)
                .build());
  }

  private static Arbitrary<Resource> resources() {
    return attributes(1).map(Resource::new);
  }

  private static Arbitrary<InstrumentationScope> scopes() {
    return Combinators.combine(texts(), texts(), attributes(1)).as(InstrumentationScope::new);
  }

  private static Arbitrary<String> hex(int bytes) {
    Arbitrary<String> id =
        Arbitraries.strings()
            .withChars("0123456789abcdef")
            .ofLength(2 * bytes)
            .filter(text -> !text.matches("0*"));
    return id.injectDuplicates(0.2).optional(0.8).map(some -> some.orElse(""));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.strings()
            .ofMaxLength(80)
            .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    return Arbitraries.frequencyOf(
        Tuple.of(1, any),
        Tuple.of(
            2, Arbitraries.of("", "a", "service.name", "caf\u00e9", "\ud83d\ude80", "\u0000\"\\")));
  }

  private static Arbitrary<Attributes> attributes(int depth) {
    return Combinators.combine(texts(), values(depth))
        .as(Attributes::of)
        .list()
        .ofMaxSize(5)
        .map(pairs -> {
          Attributes.Builder builder = Attributes.builder();
          pairs.forEach(pair -> pair.forEach(builder::put));
          return builder.build();
        });
  }

  private static Arbitrary<AnyValue> values(int depth) {
    Arbitrary<AnyValue> scalars =
        Arbitraries.oneOf(
            texts().map(AnyValue::of),
            Arbitraries.longs().map(AnyValue::of),
            Arbitraries.doubles().map(AnyValue::of),
            Arbitraries.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY).map(AnyValue::of),
            Arbitraries.of(true, false).map(AnyValue::of),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(9).map(AnyValue.BytesValue::new),
            Arbitraries.just(AnyValue.empty()));
    return depth == 0
        ? scalars
        : Arbitraries.oneOf(
            scalars,
            scalars,
            Arbitraries.lazy(() -> values(depth - 1)).list().ofMaxSize(3).map(AnyValue::of),
            Arbitraries.lazy(() -> attributes(depth - 1)).map(AnyValue::of));
  }
}
