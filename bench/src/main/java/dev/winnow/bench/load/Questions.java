package dev.winnow.bench.load;

import dev.winnow.bench.LatencyHistogram;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.bench.traffic.TrafficRecord;
import dev.winnow.bench.traffic.Truth;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server about traffic that it holds, checks the answers and prints how long they took as
 * rows of a table in Markdown.
 *
 * <p>Arguments: {@code host}, {@code port}, {@code token}, {@code records}, {@code batch}, {@code
 * pool}, {@code seed}, {@code start} and {@code step_nanos} as they were given to {@link Sender},
 * {@code runs} of each question (20).
 */
final class Questions {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long NANOS_PER_HOUR = TimeUnit.HOURS.toNanos(1);
  private static final int WARM_UP = 3;

  /** Words that are no variables: in many bodies, in few, in none. */
  private static final String COMMON_WORD = "request";

  private static final String RARE_WORD = "deadlock";
  private static final String ABSENT_WORD = "hippopotamus";
  private static final String RECORDS = "/api/logs";

  private final Api api;
  private final Window all;
  private final Window lastHour;
  private final int runs;
  private boolean isWrong;

  private Questions(Api api, Traffic traffic, Plan plan, int runs) {
    this.api = api;
    this.runs = runs;
    long end = plan.requests();
    long nanosPerRequest = traffic.shape().recordsPerRequest() * plan.stepNanos();
    long hour = Math.max(1, NANOS_PER_HOUR / nanosPerRequest);
    all = new Window(traffic, plan, 0, end);
    lastHour = new Window(traffic, plan, Math.max(0, end - hour), end);
  }

  /** Asks, prints, and exits with 1 if an answer was wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments options = new Arguments(arguments);
    Traffic traffic = new Traffic(Sender.shape(options));
    Api api =
        new Api(
            new Target(
                options.text("host", "127.0.0.1"),
                (int) options.number("port", 8005),
                options.text("token", "")));
    long requests = options.number("records", 20_000_000) / traffic.shape().recordsPerRequest();
    Instant start = Instant.parse(options.text("start", ""));
    Plan plan =
        new Plan(
            0,
            requests,
            Long.MAX_VALUE,
            1,
            0,
            TimeUnit.MILLISECONDS.toNanos(start.toEpochMilli()),
            options.number("step_nanos", 1));
    int runs = (int) options.number("runs", 20);
    options.end();
    Questions questions = new Questions(api, traffic, plan, runs);
    questions.ask();
    if (questions.isWrong) {
      System.exit(1);
    }
  }

  private void ask() throws IOException, InterruptedException {
    System.out.println("| target | question | p50 ms | p95 ms | due ms | answers |");
    System.out.println("|---|---|---|---|---|---|");
    List<Question> questions = new ArrayList<>();
    questions.add(latest());
    questions.add(latestOfAll());
    questions.addAll(histograms());
    questions.addAll(searches());
    questions.add(trace());
    for (Question question : questions) {
      measure(question);
    }
  }

  private void measure(Question question) throws IOException, InterruptedException {
    LatencyHistogram latencies = new LatencyHistogram();
    boolean isRight = true;
    for (int run = -WARM_UP; run < runs; run++) {
      long start = System.nanoTime();
      Attributes answer = api.get(question.path(), question.parameters());
      long nanos = System.nanoTime() - start;
      isRight &= question.isRight().test(answer);
      if (run >= 0) {
        latencies.record(nanos);
      }
    }
    isWrong |= !isRight;
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %d | %s |%n",
        question.target(),
        question.name(),
        latencies.percentile(0.5) / NANOS_PER_MILLI,
        latencies.percentile(0.95) / NANOS_PER_MILLI,
        question.dueMillis(),
        isRight ? "right" : "**wrong**");
  }

  private Question latest() {
    long there =
        lastHour
            .truth()
            .count(r -> isOf(r, "checkout") && r.statement().severityText().equals("WARN"));
    return new Question(
        "Q1",
        "latest 100 by service and severity, last hour",
        20,
        RECORDS,
        lastHour.with("service", "checkout", "level", "WARN", "limit", "100"),
        answer ->
            Answers.list(answer, "logs").size() == Math.min(100, there)
                && Answers.list(answer, "logs").stream()
                    .allMatch(log -> Answers.text(log, "service").equals("checkout")));
  }

  /** As somebody asks who watches: what has just arrived is in it. */
  private Question latestOfAll() {
    return new Question(
        "Q1",
        "latest 100 by service and severity, up to now",
        20,
        RECORDS,
        Map.of("service", "checkout", "level", "INFO", "start_time", "1h", "limit", "100"),
        answer ->
            Answers.list(answer, "logs").size() == 100
                && isNewestFirst(Answers.list(answer, "logs")));
  }

  private static boolean isNewestFirst(List<Attributes> logs) {
    List<String> times = logs.stream().map(log -> Answers.text(log, "timestamp")).toList();
    return times.equals(times.stream().sorted(Comparator.reverseOrder()).toList());
  }

  private List<Question> histograms() {
    Truth truth = all.truth();
    long errors = truth.count(r -> r.statement().severityNumber() == 17);
    Map<String, Long> services = truth.counts(r -> r.statement().service().name());
    return List.of(
        new Question(
            "Q2",
            "histogram by severity",
            30,
            RECORDS + "/histogram",
            all.with("by", "severity"),
            answer ->
                Answers.number(answer, "total") == total()
                    && errors
                        == Answers.counts(Answers.list(answer, "groups"), "name")
                            .getOrDefault("ERROR", 0L)),
        new Question(
            "Q2",
            "counts by service",
            100,
            RECORDS + "/facets",
            all.with("field", "service", "limit", "20"),
            answer -> facet(answer).equals(services)),
        new Question(
            "Q2",
            "counts by tenant.id, of which there are 900",
            100,
            RECORDS + "/facets",
            all.with("field", "attributes.tenant.id", "limit", "10"),
            answer -> facet(answer).size() == 10),
        new Question(
            "Q2",
            "top 50 templates",
            30,
            "/api/patterns",
            all.with("limit", "50"),
            answer -> Answers.list(answer, "patterns").size() == 50));
  }

  private List<Question> searches() {
    long common = all.truth().count(r -> r.contains(COMMON_WORD));
    long rare = all.truth().count(r -> r.contains(RARE_WORD));
    return List.of(
        search("latest 100 of a common word", 50, COMMON_WORD, Math.min(100, common)),
        search("latest 100 of a rare word", 300, RARE_WORD, Math.min(100, rare)),
        search("latest 100 of an absent word", 300, ABSENT_WORD, 0),
        new Question(
            "Q3",
            "count of a common word over everything, any case",
            1000,
            RECORDS,
            all.with("search", COMMON_WORD, "limit", "1", "count", "true"),
            answer -> Answers.number(answer, "total") == common));
  }

  private Question search(String name, int dueMillis, String word, long expected) {
    return new Question(
        "Q3",
        name,
        dueMillis,
        RECORDS,
        all.with("search", word, "limit", "100"),
        answer -> Answers.list(answer, "logs").size() == expected);
  }

  private Question trace() {
    long request = all.to() / 3;
    String traceId = all.truth().traceId(request, 5);
    long size = all.truth().traceSize(request, 5);
    return new Question(
        "Q4",
        "by trace id, over everything",
        50,
        RECORDS,
        Map.of("trace_id", traceId, "limit", "1000"),
        answer -> Answers.list(answer, "logs").size() == size);
  }

  private long total() {
    return all.to() * all.traffic().shape().recordsPerRequest();
  }

  private static Map<String, Long> facet(Attributes answer) {
    List<Attributes> facets = Answers.list(answer, "facets");
    return facets.isEmpty()
        ? Map.of()
        : Answers.counts(Answers.list(facets.getFirst(), "values"), "value");
  }

  private static boolean isOf(TrafficRecord record, String service) {
    return record.statement().service().name().equals(service);
  }
}
