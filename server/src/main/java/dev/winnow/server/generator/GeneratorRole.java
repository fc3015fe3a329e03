package dev.winnow.server.generator;

import dev.winnow.generator.Player;
import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Cast;
import dev.winnow.generator.traffic.Pace;
import dev.winnow.generator.traffic.Traffic;
import dev.winnow.generator.traffic.TrafficConfig;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.server.config.GeneratorConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Generates records and has them stored, as those of any receiver, until it is stopped. It may be
 * started again. Safe for use by many threads.
 */
public final class GeneratorRole implements AutoCloseable {
  /** By which the ledger knows it. */
  public static final String RECEIVER = "generator";

  private static final Logger LOGGER = System.getLogger(GeneratorRole.class.getName());
  private static final double PERCENT = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Shop shop = Shop.read();
  private final boolean isEnabled;
  private final Cast cast;
  private final Schedule schedule;
  private final Consumer<List<LogRecord>> store;
  private final Clock clock;
  private final AtomicLong generated = new AtomicLong();
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private int ratePerSecond;
  private int errorRatePercentage;
  private @Nullable Run run;

  /** What generates until it is stopped; another start makes another. */
  private record Run(Player player, Thread thread) {}

  /**
   * A generator that has not started.
   *
   * @param store returns when records are stored; fails if they are not
   * @throws WinnowException if the configuration is wrong, with {@code INVALID_CONFIGURATION}
   */
  public GeneratorRole(GeneratorConfig config, Consumer<List<LogRecord>> store, Clock clock) {
    this.store = store;
    this.clock = clock;
    cast =
        checked(
            "generator.services",
            () ->
                config.services().isEmpty()
                    ? Cast.everybody(shop)
                    : Cast.of(config.services(), shop));
    schedule = checked("generator.incidents", () -> Schedule.parse(config.incidents(), shop));
    isEnabled = config.enabled();
    ratePerSecond = config.ratePerSecond();
    errorRatePercentage = config.errorRatePercentage();
  }

  private static <T> T checked(String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException wrong) {
      throw new WinnowException(
          ErrorCode.INVALID_CONFIGURATION, key + ": " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Starts, unless it is running.
   *
   * @throws WinnowException if the configuration does not allow it, with {@code NOT_FOUND}
   */
  public synchronized GeneratorAnswer start() {
    if (!isEnabled) {
      throw new WinnowException(
          ErrorCode.NOT_FOUND,
          "this server generates nothing; it may where generator.enabled is true");
    }
    return start(Duration.ZERO);
  }

  /** Starts with records of a time that has passed, unless it is running. */
  public synchronized GeneratorAnswer start(Duration history) {
    if (run == null) {
      long beginning = nanos(clock.instant().minus(history));
      TrafficConfig config =
          new TrafficConfig(
              beginning, Pace.steady(ratePerSecond), errorRatePercentage / PERCENT, cast, schedule);
      Player player = new Player(new Traffic(shop, config, beginning, label -> {}), clock);
      Thread thread =
          Thread.ofPlatform()
              .name(RECEIVER)
              .start(() -> player.play(Long.MAX_VALUE, Long.MAX_VALUE, this::deliver));
      run = new Run(player, thread);
    }
    return statistics();
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }

  /** What is not taken is lost, as there will be more. */
  private void deliver(List<LogRecord> records) {
    generated.addAndGet(records.size());
    try {
      store.accept(records);
      stored.addAndGet(records.size());
    } catch (WinnowException refusal) {
      failed.addAndGet(records.size());
      LOGGER.log(Level.DEBUG, "generated records were not stored", refusal);
    }
  }

  /** Stops, unless it is stopped, when the records at hand are stored. */
  public synchronized GeneratorAnswer stop() {
    if (run != null) {
      run.player().stop();
      join(run.thread());
      run = null;
    }
    return statistics();
  }

  private static void join(Thread thread) {
    try {
      boolean hasEnded = thread.join(PATIENCE);
      if (!hasEnded) {
        LOGGER.log(Level.WARNING, "the generator still waits for the store");
      }
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on with another rate, or another share of errors; null leaves one as it is. */
  public synchronized GeneratorAnswer control(GeneratorRequest wish) {
    Integer rate = wish.ratePerSecond();
    Integer percentage = wish.errorRatePercentage();
    if (rate != null) {
      ratePerSecond = rate;
      adjust(traffic -> traffic.change(Pace.steady(rate)));
    }
    if (percentage != null) {
      errorRatePercentage = percentage;
      adjust(traffic -> traffic.changeErrorShare(percentage / PERCENT));
    }
    return statistics();
  }

  private void adjust(Consumer<Traffic> change) {
    if (run != null) {
      run.player().adjust(change);
    }
  }

  /** What it has done so far, and does now. */
  public synchronized GeneratorAnswer statistics() {
    return new GeneratorAnswer(
        run != null,
        run == null ? 0 : ratePerSecond,
        errorRatePercentage,
        generated.get(),
        stored.get(),
        failed.get(),
        cast.names());
  }

  @Override
  public void close() {
    var _ = stop();
  }
}
