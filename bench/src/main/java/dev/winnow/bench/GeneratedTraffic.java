package dev.winnow.bench;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.formats.otlp.OtlpProtobufEncoder;
import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Cast;
import dev.winnow.generator.traffic.Pace;
import dev.winnow.generator.traffic.Traffic;
import dev.winnow.generator.traffic.TrafficConfig;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * How fast records are generated and encoded on one thread, how large they are, and how well the
 * miner tells the statements apart that made them. Prints one figure a line as {@code name value}.
 *
 * <p>Arguments: how many records (1000000).
 */
final class GeneratedTraffic {
  private static final int BATCH = 1_000;
  private static final int MINED = 100_000;
  private static final int ROUNDS = 3;

  private final Shop shop = Shop.read();
  private final OtlpProtobufEncoder otlp = new OtlpProtobufEncoder();
  private final int count;

  private GeneratedTraffic(int count) {
    this.count = count;
  }

  /** Prints the figures of the last of a few rounds, and those of the templates. */
  public static void main(String[] arguments) {
    GeneratedTraffic bench =
        new GeneratedTraffic(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000);
    bench.measure("generated", batch -> 0);
    bench.measure("json_lines", GeneratedTraffic::jsonBytes);
    bench.measure("otlp", batch -> bench.otlp.encode(batch).length);
    bench.mine();
  }

  private Traffic traffic() {
    TrafficConfig config =
        new TrafficConfig(
            1,
            Pace.steady(Pace.FASTEST),
            TrafficConfig.DEFAULT_ERROR_SHARE,
            Cast.everybody(shop),
            Schedule.NONE);
    return new Traffic(shop, config, 1_795_000_000_000_000_000L, label -> {});
  }

  private void measure(String name, ToLongFunction<List<LogRecord>> encoding) {
    double seconds = 0;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Traffic traffic = traffic();
      List<LogRecord> batch = new ArrayList<>(BATCH);
      bytes = 0;
      long start = System.nanoTime();
      for (int done = 0; done < count; done += BATCH) {
        batch.clear();
        traffic.until(Long.MAX_VALUE, BATCH, (record, statement) -> batch.add(record));
        bytes += encoding.applyAsLong(batch);
      }
      seconds = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(Locale.ROOT, "%s_records_per_second %.0f%n", name, count / seconds);
    System.out.printf(Locale.ROOT, "%s_bytes_per_record %.1f%n", name, (double) bytes / count);
  }

  private static long jsonBytes(List<LogRecord> batch) {
    StringBuilder lines = new StringBuilder();
    for (LogRecord record : batch) {
      JsonLine.append(record, lines);
      lines.append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /** A record is grouped rightly if its template has all records of its statement, and no other. */
  private void mine() {
    Mining mining = new Mining(new TemplateMiner(MinerSettings.DEFAULT));
    List<Integer> said = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    traffic()
        .until(
            Long.MAX_VALUE,
            MINED,
            (record, statement) -> {
              said.add(statement.id());
              ids.add(mining.mine(record.body().text()));
            });
    Map<Integer, Set<Long>> templates = new HashMap<>();
    Map<Long, Set<Integer>> statements = new HashMap<>();
    for (int i = 0; i < MINED; i++) {
      long template = mining.miner.resolve(ids.get(i));
      templates.computeIfAbsent(said.get(i), first -> new HashSet<>()).add(template);
      statements.computeIfAbsent(template, first -> new HashSet<>()).add(said.get(i));
    }
    int right = 0;
    for (int i = 0; i < MINED; i++) {
      Set<Long> own = templates.getOrDefault(said.get(i), Set.of());
      Set<Integer> sharing = statements.getOrDefault(mining.miner.resolve(ids.get(i)), Set.of());
      right += own.size() == 1 && sharing.size() == 1 ? 1 : 0;
    }
    System.out.printf("statements_said %d%n", templates.size());
    System.out.printf("templates_found %d%n", statements.size());
    System.out.printf(Locale.ROOT, "grouping_accuracy %.4f%n", (double) right / MINED);
    templates.forEach((statement, found) -> {
      if (found.size() > 1) {
        System.out.printf("divided %d %s%n", found.size(), template(statement));
      }
    });
    statements.forEach((template, shared) -> {
      if (shared.size() > 1) {
        System.out.printf("merged %s%n", shared.stream().map(this::template).toList());
      }
    });
  }

  private String template(int statement) {
    return shop.statements().get(statement).text().template();
  }
}
