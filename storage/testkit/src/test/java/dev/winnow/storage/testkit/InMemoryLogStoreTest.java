package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.LogStore;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InMemoryLogStoreTest {
  private static LogStore newInMemoryStore(InstantSource clock) {
    return new InMemoryLogStore(clock, 100_000);
  }

  @Test
  void refusesMoreThanItHolds() {
    LogStore store = new InMemoryLogStore(() -> SampleRecords.NOW, 1);
    store.writer().append(batch(record(0, "a", SeverityNumber.INFO, "x")));

    assertThatThrownBy(() -> store.writer().append(batch(record(0, "a", SeverityNumber.INFO, "x"))))
        .isInstanceOf(WinnowException.class)
        .hasMessage("the store holds 1 records at most");
  }

  @Nested
  final class Writer extends LogWriterContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }

  @Nested
  final class Reader extends LogReaderContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }

  @Nested
  final class Segments extends SegmentStoreContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }

  @Nested
  final class Eraser extends RecordEraserContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }

  @Nested
  final class Templates extends TemplateStoreContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }

  @Nested
  final class Commits extends CommitSignalContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }

  @Nested
  final class Ledger extends LedgerStoreContract {
    @Override
    protected LogStore newStore(InstantSource clock) {
      return newInMemoryStore(clock);
    }
  }
}
