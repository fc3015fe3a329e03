package dev.winnow.storage.testkit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.QueryUsage.Subject;
import dev.winnow.storage.control.QueryUsageStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link QueryUsageStore} does. */
public abstract class QueryUsageStoreContract extends ControlStoreContract {
  private QueryUsageStore usage() {
    return store().queryUsage();
  }

  private static QueryUsage field(String name, long count, long seconds) {
    return new QueryUsage(Subject.FIELD, name, count, secondsAfterNoon(seconds));
  }

  @Test
  void addsUpWhatBelongsTogether() {
    QueryUsage template = new QueryUsage(Subject.TEMPLATE, "trace_id", 9, NOON);
    usage().add("default", List.of(field("body", 2, 5), field("trace_id", 1, 1), template));
    usage().add("default", List.of(field("trace_id", 4, 9), field("body", 1, 3)));
    usage().add("acme", List.of(field("body", 7, 7)));
    assertThat(usage().mostUsed("default", Subject.FIELD, 10))
        .containsExactly(field("trace_id", 5, 9), field("body", 3, 5));
    assertThat(usage().mostUsed("default", Subject.TEMPLATE, 10)).containsExactly(template);
    assertThat(usage().mostUsed("acme", Subject.FIELD, 10)).containsExactly(field("body", 7, 7));
    assertThat(usage().mostUsed("nobody", Subject.FIELD, 10)).isEmpty();
  }

  @Test
  void givesTheMostUsedFirst() {
    usage().add("default", List.of(field("c", 1, 0), field("a", 1, 0), field("b", 8, 0)));
    assertThat(usage().mostUsed("default", Subject.FIELD, 2))
        .containsExactly(field("b", 8, 0), field("a", 1, 0));
  }

  @Test
  void forgetsTheNamesThatWereNotUsedForTheLongestTime() {
    usage()
        .add(
            "default",
            IntStream.range(0, QueryUsageStore.MAX_NAMES)
                .mapToObj(i -> field("f" + i, 3, i))
                .toList());
    usage().add("default", List.of(field("f0", 1, 5_000), field("new", 1, 5_001)));
    List<QueryUsage> kept =
        usage().mostUsed("default", Subject.FIELD, QueryUsageStore.MAX_NAMES + 1);
    assertThat(kept).hasSize(QueryUsageStore.MAX_NAMES);
    assertThat(kept).contains(field("f0", 4, 5_000), field("f2", 3, 2), field("new", 1, 5_001));
    assertThat(kept).extracting(QueryUsage::name).doesNotContain("f1");
  }
}
