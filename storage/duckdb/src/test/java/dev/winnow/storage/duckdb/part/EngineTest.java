package dev.winnow.storage.duckdb.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineTest {
  /** What DuckDB says of a failed sync, and of all that follows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FATAL Error: fsync failed!",
        "FATAL Error: Failed: database has been invalidated because of a previous fatal error."
      })
  void tellsWhetherItCanGoOn(String said) {
    assertThat(Engine.unavailable("a part cannot be made", new SQLException(said)).code())
        .isEqualTo(ErrorCode.STORAGE_BROKEN);
    assertThat(Engine.unavailable("a part cannot be made", new IOException(said)).code())
        .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IO Error: No space left on device", "Out of Memory Error: FATAL Error"})
  void goesOnAfterOtherFailures(String said) {
    assertThat(Engine.unavailable("a part cannot be made", new SQLException(said)).code())
        .isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
  }
}
