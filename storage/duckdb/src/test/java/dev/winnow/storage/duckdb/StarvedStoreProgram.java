package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A store in a directory, named by the first argument, whose files may not grow beyond some size
 * for a while. Prints what becomes of each step: a number, or the code of the failure.
 */
final class StarvedStoreProgram {
  private static final int BATCH_RECORDS = 50;

  /** Enough for the log, and for a part without rows; a checkpoint of any row takes more. */
  private static final String TOO_LITTLE = "400000";

  private StarvedStoreProgram() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    try (DuckDbLogStore store = open(arguments[0])) {
      limitFiles(TOO_LITTLE);
      append(store, "one");
      append(store, "two");
      say("sealed", () -> seal(store));
      append(store, "three");
      say("found", () -> countAfterPause(store));
      limitFiles("unlimited");
      append(store, "four");
      append(store, "two");
      say("found", () -> count(store));
      say("sealed", () -> seal(store));
    }
    try (DuckDbLogStore store = open(arguments[0])) {
      say("found", () -> count(store));
    }
  }

  private static DuckDbLogStore open(String directory) {
    return DuckDbLogStore.open(Path.of(directory), () -> SampleRecords.NOW, StoreSettings.DEFAULT);
  }

  private static void limitFiles(String bytes) throws IOException, InterruptedException {
    String self = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("prlimit", "--fsize=" + bytes + ":unlimited", "--pid", self)
        .inheritIO()
        .start()
        .waitFor();
  }

  private interface Step {
    long run();
  }

  private static void say(String what, Step step) {
    String outcome;
    try {
      outcome = Long.toString(step.run());
    } catch (WinnowException failed) {
      outcome = failed.code().code();
    }
    System.out.println(what + " " + outcome);
  }

  private static void append(DuckDbLogStore store, String id) {
    List<LogRecord> lines =
        IntStream.range(0, BATCH_RECORDS)
            .mapToObj(i -> SampleRecords.record(i, "a", SeverityNumber.INFO, "line " + i))
            .toList();
    say(
        "appended",
        () ->
            store
                .writer()
                .append(SampleRecords.batch(SampleRecords.TENANT, id, SampleRecords.TODAY, lines))
                .sequence());
  }

  private static long seal(DuckDbLogStore store) {
    store.pack();
    return store.segmentStore().segments().stream().filter(part -> part.isSealed()).count();
  }

  /** Asks again until the store has tried again. */
  private static long countAfterPause(DuckDbLogStore store) {
    while (true) {
      try {
        return count(store);
      } catch (WinnowException refused) {
        if (refused.code() != ErrorCode.STORAGE_UNAVAILABLE) {
          throw refused;
        }
      }
    }
  }

  private static long count(DuckDbLogStore store) {
    return store
        .reader()
        .counts(CountQuery.total(Selection.all(SampleRecords.TENANT)))
        .getFirst()
        .records();
  }
}
