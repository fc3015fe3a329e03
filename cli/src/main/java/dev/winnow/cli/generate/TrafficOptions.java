package dev.winnow.cli.generate;

import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Cast;
import dev.winnow.generator.traffic.Pace;
import dev.winnow.generator.traffic.TrafficConfig;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which traffic is made. */
final class TrafficOptions {
  private static final String UNBOUNDED = "max";
  private static final long LARGEST_SCHEDULE_BYTES = 1 << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "${env:LOG_RATE_PER_SECOND:-50}",
      description =
          "Records a second, up to 10000, or max for as many as can be made; by default"
              + " LOG_RATE_PER_SECOND in the environment, or else 50.")
  private String rate = "";

  @Option(
      names = "--errors",
      paramLabel = "PERCENT",
      defaultValue = "${env:ERROR_RATE_PERCENTAGE:-5}",
      description =
          "The share of records that are WARN or worse, 0 to 100, without those of incidents; by"
              + " default ERROR_RATE_PERCENTAGE in the environment, or else 5.")
  private String errors = "";

  @Option(
      names = "--services",
      paramLabel = "NAMES",
      defaultValue = "${env:SERVICES:-}",
      description =
          "Only these services, with commas between them: api, auth, orders, cart, catalog, search,"
              + " payments, inventory, shipping, queue, cache, db. Another name is given to one of"
              + " those that are left. By default SERVICES in the environment, or else all.")
  private String services = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "The same number makes the same records again; by default the time at which they begin.")
  private @Nullable Long seed;

  @Option(
      names = "--incident",
      paramLabel = "INCIDENT",
      description =
          "What goes wrong: KIND SERVICE AFTER LASTS, as 'error payments 10m 5m', perhaps with"
              + " 'every 1h' behind it. The kinds are error, surge, latency, silence and cascade,"
              + " and the harmless deploy and storm. May be given more than once.")
  private List<String> incidents = List.of();

  @Option(
      names = "--schedule",
      paramLabel = "FILE",
      description = "The same of a file, with an incident on each line.")
  private @Nullable String schedule;

  /** The traffic that was asked for; what is wrong with it is explained to the user. */
  TrafficConfig config(Shop shop, long beginning, boolean isHistory) {
    return new TrafficConfig(
        seed == null ? beginning : seed,
        checked("--rate (or LOG_RATE_PER_SECOND)", () -> pace(isHistory)),
        checked("--errors (or ERROR_RATE_PERCENTAGE)", this::errorShare),
        checked("--services (or SERVICES)", () -> cast(shop)),
        checked(schedule == null ? "--incident" : "--schedule", () -> schedule(shop)));
  }

  private Pace pace(boolean isHistory) {
    if (rate.equals(UNBOUNDED) && !isHistory) {
      return Pace.UNBOUNDED;
    }
    double perSecond = number(rate);
    return isHistory ? Pace.daily(perSecond) : Pace.steady(perSecond);
  }

  private double errorShare() {
    double percent = number(errors);
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a share is 0 to 100, not " + errors);
    }
    return percent / 100;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no number", wrong);
    }
  }

  private Cast cast(Shop shop) {
    if (services.isBlank()) {
      return Cast.everybody(shop);
    }
    return Cast.of(List.of(services.strip().split("\\s*,\\s*", -1)), shop);
  }

  private Schedule schedule(Shop shop) {
    List<String> lines = new ArrayList<>();
    if (schedule != null) {
      lines.addAll(read(schedule));
    }
    lines.addAll(incidents);
    return Schedule.parse(lines, shop);
  }

  private static List<String> read(String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LARGEST_SCHEDULE_BYTES) {
        throw new IllegalArgumentException(file + " is larger than a schedule can be");
      }
      return Files.readAllLines(path);
    } catch (InvalidPathException nonsense) {
      throw new IllegalArgumentException(file + " is not the name of a file", nonsense);
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.INPUT_NOT_READABLE,
          file + " cannot be read (" + failure.getMessage() + ")",
          failure);
    }
  }

  private <T> T checked(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage(), wrong);
    }
  }
}
