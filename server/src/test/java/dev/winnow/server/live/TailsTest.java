package dev.winnow.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.testkit.SampleRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TailsTest {
  private static final String A = "{\"op\":\"equals\",\"field\":\"service\",\"value\":\"a\"}";
  private static final String B =
      "{\"op\":\"one_of\",\"field\":\"service\",\"values\":[\"b\",\"\"]}";
  private static final String ONE = "{\"op\":\"equals\",\"field\":\"service\",\"value\":1}";
  private static final String BODY = "{\"op\":\"contains\",\"field\":\"body\",\"value\":\"x\"}";

  private static final List<String> PREDICATES =
      List.of(
          A,
          B,
          ONE,
          BODY,
          "{\"op\":\"or\",\"of\":[" + A + "," + B + "]}",
          "{\"op\":\"or\",\"of\":[" + A + "," + BODY + "]}",
          "{\"op\":\"or\",\"of\":[]}",
          "{\"op\":\"and\",\"of\":[" + BODY + "," + B + "]}",
          "{\"op\":\"and\",\"of\":[" + A + "," + B + "]}",
          "{\"op\":\"and\",\"of\":[]}",
          "{\"op\":\"not\",\"of\":" + A + "}",
          "{\"op\":\"one_of\",\"field\":\"service\",\"values\":[\"a\",1]}");

  private static Candidate candidate(Resource resource, String body) {
    LogRecord record = LogRecord.builder().resource(resource).body(body).build();
    return new Candidate(
        new StoredRecord(new RecordId(1, 0, 2), "test", SampleRecords.kept(record)));
  }

  private static Resource resource(String key, AnyValue value) {
    return new Resource(Attributes.of(key, value));
  }

  private static List<Candidate> candidates() {
    return Stream.of(
            Resource.EMPTY,
            Resource.ofService("a"),
            Resource.ofService("b"),
            Resource.ofService("c"),
            resource("service.name", AnyValue.of(1)),
            resource("service.name", AnyValue.of("")),
            resource("service", AnyValue.of(Attributes.of("name", AnyValue.of("a")))))
        .flatMap(resource -> Stream.of(candidate(resource, "x"), candidate(resource, "y")))
        .toList();
  }

  private static List<Tail> wanting(Tails tails, Candidate candidate) {
    List<Tail> wanting = new ArrayList<>();
    tails.forEachWanting(candidate, wanting::add);
    return wanting;
  }

  @Test
  void showsARecordToThoseWhoseFilterItMeets() {
    Tails tails = new Tails();
    List<Tail> all =
        PREDICATES.stream()
            .map(json -> Selection.all("acme").where(Predicate.parse(json)))
            .map(selection -> new Tail(LiveFilter.of(selection), RecordExtent.WHOLE))
            .toList();
    all.forEach(tails::add);
    for (Candidate candidate : candidates()) {
      assertThat(wanting(tails, candidate))
          .as(candidate.record().toString())
          .containsExactlyInAnyOrderElementsOf(
              all.stream().filter(tail -> tail.filter().matches(candidate)).toList());
    }
    all.forEach(tails::remove);
    candidates().forEach(candidate -> assertThat(wanting(tails, candidate)).isEmpty());
    tails.forEach(tail -> assertThat(tail).isNull());
  }
}
