package dev.winnow.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MissingFilesTest {
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final MissingFiles missing = new MissingFiles();

  private static Checkpoint checkpoint(int number) {
    return new Checkpoint("/logs/" + number, "key " + number, 1, 2, 2, 3, 4);
  }

  @Test
  void keepsCheckpointsForAnHour() {
    missing.add(checkpoint(1), 5);
    missing.add(checkpoint(2), 6);
    missing.expire(HOUR + 4);
    assertThat(missing.find("key 1")).isEqualTo(checkpoint(1));
    assertThat(missing.directories()).containsExactly(Path.of("/logs"));
    missing.expire(HOUR + 5);

    assertThat(missing.find("key 1")).isNull();
    assertThat(missing.checkpoints()).containsExactly(checkpoint(2));
  }

  @Test
  void keepsSoManyTheOldestGivesWay() {
    for (int i = 0; i < 1001; i++) {
      missing.add(checkpoint(i), i);
    }

    assertThat(missing.find("key 0")).isNull();
    assertThat(missing.checkpoints()).hasSize(1000).endsWith(checkpoint(1000));
  }
}
