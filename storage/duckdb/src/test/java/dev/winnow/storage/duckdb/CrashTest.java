package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.testkit.SampleRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that appends at full speed, at random moments, again and again on one store. With
 * the system property {@code winnow.kills}, as often as that says.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("winnow.kills", 4);
  private static final long SEED = 20_261_121;

  @TempDir private Path directory;

  private final Random random = new Random(SEED);
  private final Set<Long> acknowledged = new HashSet<>();
  private long next = 1;

  @Test
  void losesNothingAcknowledgedAndStoresNothingTwice()
      throws IOException, InterruptedException, SQLException {
    for (int kill = 0; kill < KILLS; kill++) {
      appendUntilKilled(100 + random.nextInt(900), 4L << 20 << random.nextInt(5));
      checkWhatIsStored();
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
  }

  /** Kills after a number of acknowledgements, which differs in its moment each time. */
  private void appendUntilKilled(int after, long checkpointBytes)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProgram.class.getName(),
                directory.toString(),
                Long.toString(next),
                Long.toString(checkpointBytes))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      int seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(Long.valueOf(line));
        next = Math.max(next, Long.parseLong(line) + 1);
        if (++seen == after) {
          // Not by the process itself, which would close the stream with lines left in it.
          program.toHandle().destroyForcibly();
        }
      }
      assertThat(seen).isGreaterThanOrEqualTo(after);
    }
    program.waitFor();
    // Batches may have been committed whose acknowledgement nobody heard.
    next += 1_000;
  }

  private void checkWhatIsStored() throws SQLException {
    try (DuckDbLogStore store =
            DuckDbLogStore.open(directory, InstantSource.system(), StoreSettings.DEFAULT);
        Lease lease = store.lease();
        DuckDBConnection connection = store.engine().connect()) {
      Map<Long, Long> stored = new HashMap<>();
      long counted = 0;
      for (PartView part : lease.parts()) {
        for (List<Long> row :
            rows(
                connection,
                "SELECT CAST(split_part(body, ' ', 2) AS BIGINT), count(*) FROM "
                    + part.alias()
                    + ".records GROUP BY 1")) {
          stored.merge(row.getFirst(), row.getLast(), Long::sum);
        }
        counted +=
            rows(
                    connection,
                    "SELECT coalesce(CAST(sum(records) AS BIGINT), 0), 0 FROM "
                        + part.alias()
                        + ".rollups")
                .getFirst()
                .getFirst();
      }
      stored.forEach((batch, records) -> assertThat(records).isEqualTo(StoreProgram.size(batch)));
      assertThat(stored.keySet())
          .containsAll(
              acknowledged.stream().filter(batch -> StoreProgram.size(batch) > 0).toList());
      long records = stored.values().stream().mapToLong(Long::longValue).sum();
      assertThat(counted).isEqualTo(records);
      assertThat(
              store.ledger().entries(SampleRecords.TENANT).stream()
                  .filter(entry -> entry.reason() == Reason.NO_POLICY)
                  .mapToLong(LedgerEntry::records)
                  .sum())
          .isEqualTo(records);
    }
  }

  private static List<List<Long>> rows(DuckDBConnection connection, String sql)
      throws SQLException {
    List<List<Long>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(List.of(found.getLong(1), found.getLong(2)));
      }
    }
    return rows;
  }
}
