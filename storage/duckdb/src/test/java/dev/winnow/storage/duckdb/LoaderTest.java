package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.duckdb.disk.DurableFile;
import dev.winnow.storage.duckdb.log.WriteAheadLog;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LoaderTest {
  @TempDir private Path directory;
  private final Opened opened = new Opened();
  private final AtomicInteger done = new AtomicInteger();
  private Loading loading;
  private Loader loader;

  @BeforeEach
  void open() {
    Engine engine =
        opened.add(Engine.start(512L << 20, 2, directory.resolve("temporary")), Engine::close);
    Parts parts = opened.add(Parts.open(directory.resolve("records"), engine), Parts::close);
    WriteAheadLog log =
        opened.add(
            WriteAheadLog.open(directory.resolve("log"), 1, 1 << 20, new Random(1)),
            WriteAheadLog::close);
    LoadedLog loadedLog =
        new LoadedLog(log, new Catalogue(), new DurableFile(directory, "catalogue"), parts);
    Shares shares = new Shares(1 << 20);
    loading = new Loading(parts, loadedLog, () -> SampleRecords.NOW, 0, 1 << 20, shares);
    loader = new Loader(loading, shares, () -> {});
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private void start() {
    loader.start(0);
    opened.add(loader, Loader::close);
  }

  @Test
  void waitsBetweenAttemptsAsLongAsAFailureLasts() throws IOException, InterruptedException {
    Files.createFile(directory.resolve("records/default"));
    byte[] payload =
        CommittedBatch.encode(
            SampleRecords.batch(SampleRecords.record(0, "a", SeverityNumber.INFO, "stuck")), 0);
    loading.add(CommittedBatch.decode(1, payload), 0);
    BlockingQueue<Object> nothing = new LinkedBlockingQueue<>();
    int attempts = 0;
    int rounds = 0;
    while (attempts < 4) {
      rounds++;
      nothing.poll(loader.patience(), TimeUnit.NANOSECONDS);
      attempts += isWorkRefused() ? 1 : 0;
    }
    assertThat(rounds).isLessThan(20);
  }

  private boolean isWorkRefused() {
    try {
      loader.work();
      return false;
    } catch (WinnowException failed) {
      loader.fail(failed);
      return true;
    }
  }

  @Test
  void doesNothingThatIsGivenUp() throws InterruptedException {
    start();
    CountDownLatch isBusy = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .start(() ->
                loader.callAtOnce(_ -> {
                  isBusy.countDown();
                  await(mayGoOn);
                }));
    isBusy.await();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> loader.call(_ -> done.incrementAndGet()))
        .isInstanceOf(WinnowException.class);
    assertThat(Thread.interrupted()).isTrue();

    mayGoOn.countDown();
    other.join();
    loader.call(_ -> done.addAndGet(10));
    assertThat(done).hasValue(10);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void staysHealthyIfOnlyWhatSomebodyAsksForFails() {
    start();
    WinnowException refusal = new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "not this");
    assertThatThrownBy(() ->
            loader.call(_ -> {
              throw refusal;
            }))
        .hasMessage("not this");
    assertThat(loader.failure()).isNull();
  }

  @Test
  void tellsOfAFailureOfUnknownConsequences() {
    start();
    assertThatThrownBy(() ->
            loader.call(_ -> {
              throw new IllegalStateException("as in a test");
            }))
        .isInstanceOf(WinnowException.class);
    assertThat(loader.failure()).hasMessage("rows cannot be moved into parts");
    assertThatThrownBy(() -> loader.call(_ -> {})).hasMessage("rows cannot be moved into parts");
  }
}
