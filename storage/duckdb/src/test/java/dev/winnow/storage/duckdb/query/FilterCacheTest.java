package dev.winnow.storage.duckdb.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.duckdb.table.TraceFilter;
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
    FilterCache cache = new FilterCache(2 * 128);
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

  private void ask(FilterCache cache, String alias, int bytes) {
    PartFilters filters = cache.of(alias, () -> read(alias, bytes));
    assertThat(filters.bytes()).isEqualTo(bytes);
  }

  private PartFilters read(String alias, int bytes) {
    reads.add(alias);
    PartFilters filters = new PartFilters(TraceFilter::of);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT 0::BIGINT, 9::BIGINT, repeat('x', %d)::BLOB".formatted(bytes))) {
      assertThat(row.next()).isTrue();
      filters.addSlice(row);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return filters;
  }
}
