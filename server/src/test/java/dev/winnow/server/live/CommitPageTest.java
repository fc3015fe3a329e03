package dev.winnow.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.testkit.ForwardingLogStore;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import dev.winnow.storage.testkit.SampleRecords;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CommitPageTest {
  private final LogStore store =
      new InMemoryLogStore(new MovableClock(SampleRecords.NOW), 1_000_000);

  @BeforeEach
  void append() {
    LogRecord[] records =
        IntStream.range(0, 45)
            .mapToObj(i -> SampleRecords.record(0, "cart", SeverityNumber.INFO, "r" + i))
            .toArray(LogRecord[]::new);
    store.writer().append(SampleRecords.batch(records));
  }

  /** A store whose records are so large that it gives out a few of them at a time. */
  private LogStore giving(int most) {
    LogReader reader = store.reader();
    LogReader few =
        (LogReader)
            Proxy.newProxyInstance(
                LogReader.class.getClassLoader(),
                new Class<?>[] {LogReader.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("since") && (int) arguments[2] > most) {
                    throw new WinnowException(ErrorCode.ANSWER_TOO_LARGE, "too large");
                  }
                  return method.invoke(reader, arguments);
                });
    return new ForwardingLogStore(store) {
      @Override
      public LogReader reader() {
        return few;
      }
    };
  }

  @Test
  void readsFewerRecordsWhereTheyAreLarge() {
    List<Integer> sizes = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    CommitPage page;
    RecordId place = CommitPage.endOf(0);
    do {
      page = CommitPage.read(giving(31), SampleRecords.TENANT, place);
      place = page.end();
      sizes.add(page.records().size());
      page.records().forEach(stored -> bodies.add(stored.kept().record().body().text()));
    } while (!page.isLast());

    assertThat(sizes).containsExactly(31, 14);
    assertThat(bodies)
        .containsExactlyElementsOf(IntStream.range(0, 45).mapToObj(i -> "r" + i).toList());
  }

  @Test
  void failsWhereNotEvenOneCanBeRead() {
    assertThatThrownBy(() -> CommitPage.read(giving(0), SampleRecords.TENANT, CommitPage.endOf(0)))
        .hasMessage("too large");
  }
}
