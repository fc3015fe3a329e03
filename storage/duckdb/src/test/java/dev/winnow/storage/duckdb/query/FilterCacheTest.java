package dev.winnow.storage.duckdb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FilterCacheTest {
  private final List<String> reads = new ArrayList<>();

  @Test
  void readsOnlyWhatItDoesNotHave() {
    FilterCache cache = new FilterCache(1_000);
    ask(cache, "a", 128);
    ask(cache, "b", 128);
    ask(cache, "a", 128);
    assertThat(reads).containsExactly("a", "b");
  }

  @Test
  void letsGoOfWhatWasNotAskedForLongest() {
    FilterCache cache = new FilterCache(2 * 256);
    ask(cache, "a", 128);
    ask(cache, "b", 128);
    ask(cache, "a", 128);
    ask(cache, "c", 128);
    ask(cache, "a", 128);
    ask(cache, "b", 128);
    assertThat(reads).containsExactly("a", "b", "c", "b");
  }

  @Test
  void keepsNothingThatIsTooLarge() {
    FilterCache cache = new FilterCache(100);
    ask(cache, "a", 128);
    ask(cache, "a", 128);
    assertThat(reads).containsExactly("a", "a");
  }

  /** Asks for filters of two times as many bytes. */
  private void ask(FilterCache cache, String alias, int bytes) {
    PartFilters filters = cache.of(alias, () -> read(alias, bytes));
    assertThat(filters.bytes()).isEqualTo(2L * bytes);
  }

  private PartFilters read(String alias, int bytes) {
    reads.add(alias);
    PartFilters filters = new PartFilters();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT 0::BIGINT, 9::BIGINT, b, b FROM (SELECT repeat('x', %d)::BLOB AS b)"
                    .formatted(bytes))) {
      assertThat(row.next()).isTrue();
      filters.addSlice(row);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return filters;
  }
}
