package dev.winnow.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Cast;
import dev.winnow.generator.traffic.Pace;
import dev.winnow.generator.traffic.Traffic;
import dev.winnow.generator.traffic.TrafficConfig;
import dev.winnow.kernel.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class PlayerTest {
  private static final Shop SHOP = Shop.read();
  private static final Instant BEGINNING = Instant.parse("2026-11-18T10:00:00Z");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final List<LogRecord> played = new ArrayList<>();

  private static long nanos(Instant time) {
    return time.getEpochSecond() * 1_000_000_000 + time.getNano();
  }

  private static Traffic traffic() {
    TrafficConfig config =
        new TrafficConfig(1, Pace.steady(50), 0.05, Cast.everybody(SHOP), Schedule.NONE);
    return new Traffic(SHOP, config, nanos(BEGINNING), label -> {});
  }

  @Test
  void playsThePastAtOnce() {
    long end = nanos(BEGINNING) + 2 * MINUTE;
    List<LogRecord> due = new ArrayList<>();
    traffic().until(end, Integer.MAX_VALUE, (record, statement) -> due.add(record));

    new Player(traffic(), () -> BEGINNING.plusSeconds(3600))
        .play(end, Long.MAX_VALUE, played::addAll);

    assertThat(played).isEqualTo(due).hasSizeGreaterThan(5_000);
  }

  @Test
  void playsAsManyAsAreWanted() {
    new Player(traffic(), () -> BEGINNING.plusSeconds(3600))
        .play(Long.MAX_VALUE, 3_456, played::addAll);

    assertThat(played).hasSize(3_456);
  }

  @Test
  void endsWithTheBatchAtHandWhenItIsStopped() {
    Player player = new Player(traffic(), () -> BEGINNING.plusSeconds(3600));
    player.play(
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        records -> {
          played.addAll(records);
          player.stop();
        });

    assertThat(played).hasSize(Player.BATCH);
  }

  @Test
  void leavesOutATimeInWhichNobodyTookRecords() {
    AtomicReference<Instant> now = new AtomicReference<>(BEGINNING.plusSeconds(1));
    Instant later = BEGINNING.plusSeconds(7200);
    Player player = new Player(traffic(), () -> now.updateAndGet(time -> time.plusMillis(700)));
    player.play(
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        records -> {
          played.addAll(records);
          if (now.get().isBefore(later)) {
            now.set(later);
          }
          if (played.getLast().timestamp() > nanos(later)) {
            player.stop();
          }
        });

    assertThat(played)
        .allMatch(record ->
            record.timestamp() < nanos(BEGINNING) + MINUTE || record.timestamp() >= nanos(later));
  }

  @Test
  void goesOnWithWhatWasAdjusted() {
    Player player = new Player(traffic(), () -> BEGINNING.plusSeconds(3600));
    player.adjust(traffic -> traffic.changeErrorShare(0));
    player.play(Long.MAX_VALUE, 5_000, played::addAll);

    assertThat(played).noneMatch(record -> record.severityNumber().number() >= 13);
  }
}
