package dev.winnow.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.winnow.bench.traffic.PooledRequest.Times;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Times TIMES = new Times(1_700_000_000_000_000_000L, 1_000_000);
  private static final Traffic TRAFFIC = new Traffic(new Traffic.Shape(5, 200, 4, true));
  private static final Truth TRUTH = new Truth(TRAFFIC, 1, 10);

  @Test
  void isTheSameForTheSameSeed() {
    Traffic again = new Traffic(new Traffic.Shape(5, 200, 4, true));

    assertThat(again.request(7, TIMES)).isEqualTo(TRAFFIC.request(7, TIMES));
  }

  @Test
  void hasTwelveServicesWith444Statements() {
    Services read = Services.read();
    List<Service> services = read.services();

    assertThat(services).hasSize(12);
    assertThat(read.statements()).hasSize(444);
    assertThat(services.stream().mapToInt(service -> service.instances().size()).sum())
        .isEqualTo(44);
    assertThat(services.stream().flatMap(service -> service.instances().stream()))
        .allMatch(resource -> resource.size() == 8);
  }

  @Test
  void failsInThreeOfAHundredRecords() {
    Traffic traffic = new Traffic(new Traffic.Shape(5, 1000, 20, false));
    Truth truth = new Truth(traffic, 0, 20);

    assertThat(truth.count(record -> record.statement().isError()) / 20_000.0)
        .isCloseTo(0.03, within(0.01));
  }

  @Test
  void countsByServiceSeverityAndTrace() throws InvalidProtocolBufferException {
    List<LogRecord> records = records(1, 10).toList();
    Map<String, Long> bySeverity =
        records.stream()
            .collect(Collectors.groupingBy(LogRecord::getSeverityText, Collectors.counting()));
    Map<String, Long> byTrace =
        records.stream()
            .filter(record -> !record.getTraceId().isEmpty())
            .collect(Collectors.groupingBy(TrafficTest::traceId, Collectors.counting()));

    assertThat(records).hasSize(1800);
    assertThat(TRUTH.count(record -> true)).isEqualTo(1800);
    assertThat(TRUTH.counts(record -> record.statement().severityText())).isEqualTo(bySeverity);
    assertThat(byTrace.get(TRUTH.traceId(3, 5))).isEqualTo(TRUTH.traceSize(3, 5));
    assertThat(TRUTH.counts(record -> record.statement().service().name()))
        .isEqualTo(recordsByService());
  }

  @Test
  void countsTheRecordsWithAWord() {
    long found =
        records(1, 10)
            .filter(record ->
                record.getBody().getStringValue().toLowerCase(Locale.ROOT).contains("cart"))
            .count();

    assertThat(found).isPositive();
    assertThat(TRUTH.count(record -> record.contains("cart"))).isEqualTo(found);
  }

  @Test
  void givesEachRecordIdsOfItsOwnAndItsPlace() {
    List<LogRecord> records = records(0, 8).toList();
    Set<String> ids = new HashSet<>();
    Set<String> spans = new HashSet<>();
    Set<String> places = new HashSet<>();
    records.forEach(record -> {
      ids.add(text(record, "request.id"));
      spans.add(HexFormat.of().formatHex(record.getSpanId().toByteArray()));
      places.add(text(record, "bench.batch") + value(record, "bench.ordinal").getIntValue());
    });

    assertThat(ids).hasSize(1600).contains(TRUTH.requestId(6, 11).toString());
    assertThat(ids).allMatch(id -> UUID.fromString(id).version() == 4);
    assertThat(spans).hasSizeGreaterThan(1300);
    assertThat(places).hasSize(1600);
  }

  @Test
  void repeatsTheRequestIdOfARecordInItsBody() {
    List<LogRecord> mentions =
        records(0, 8).filter(r -> r.getBody().getStringValue().contains("request=")).toList();

    assertThat(mentions).isNotEmpty();
    assertThat(mentions)
        .allMatch(r -> r.getBody().getStringValue().contains("request=" + text(r, "request.id")));
  }

  @Test
  void spreadsTheTimesOfARequestOverItsSteps() {
    List<Long> steps =
        records(2, 3)
            .map(record -> (record.getTimeUnixNano() - TIMES.startNanos()) / TIMES.stepNanos())
            .sorted()
            .toList();

    assertThat(steps).isEqualTo(IntStream.range(0, 200).mapToObj(Long::valueOf).toList());
    assertThat(records(2, 3))
        .allMatch(record -> record.getObservedTimeUnixNano() >= record.getTimeUnixNano())
        .allMatch(
            record -> record.getObservedTimeUnixNano() < record.getTimeUnixNano() + 1_024_000);
  }

  private static Map<String, Long> recordsByService() throws InvalidProtocolBufferException {
    Map<String, Long> counts = new TreeMap<>();
    for (int number = 1; number < 10; number++) {
      decode(number)
          .getResourceLogsList()
          .forEach(logs ->
              logs.getScopeLogsList()
                  .forEach(scope ->
                      counts.merge(
                          logs.getResource().getAttributes(0).getValue().getStringValue(),
                          (long) scope.getLogRecordsCount(),
                          Long::sum)));
    }
    return counts;
  }

  private static Stream<LogRecord> records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(TrafficTest::decode)
        .flatMap(request -> request.getResourceLogsList().stream())
        .flatMap(logs -> logs.getScopeLogsList().stream())
        .flatMap(scope -> scope.getLogRecordsList().stream());
  }

  private static ExportLogsServiceRequest decode(int number) {
    try {
      return ExportLogsServiceRequest.parseFrom(TRAFFIC.request(number, TIMES));
    } catch (InvalidProtocolBufferException broken) {
      throw new AssertionError(broken);
    }
  }

  private static String traceId(LogRecord record) {
    ByteBuffer bytes = record.getTraceId().asReadOnlyByteBuffer();
    return HexFormat.of().toHexDigits(bytes.getLong())
        + HexFormat.of().toHexDigits(bytes.getLong());
  }

  private static String text(LogRecord record, String key) {
    return value(record, key).getStringValue();
  }

  private static AnyValue value(LogRecord record, String key) {
    return record.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(key))
        .map(KeyValue::getValue)
        .findFirst()
        .orElse(AnyValue.getDefaultInstance());
  }
}
