package dev.winnow.server.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreeSpaceTest {
  @TempDir private Path directory;

  @Test
  void letsPassWhileThereIsRoom() {
    FreeSpace space = FreeSpace.of(directory, 1, InstantSource.system());

    space.requireForIntake();

    assertThat(space.shortage()).isEmpty();
  }

  @Test
  void refusesRetryablyWhenTheReserveIsTouched() {
    FreeSpace space = FreeSpace.of(directory, Long.MAX_VALUE, InstantSource.system());

    assertThat(space.shortage().orElseThrow())
        .endsWith("bytes left, of which 9223372036854775807 are kept free (data.min_free)");
    assertThatThrownBy(space::requireForIntake)
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.DISK_NEARLY_FULL);
  }
}
