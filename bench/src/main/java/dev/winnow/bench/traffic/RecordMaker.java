package dev.winnow.bench.traffic;

import dev.winnow.bench.traffic.TrafficRecord.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the records of a request: their statements, traces, bodies and attributes. */
final class RecordMaker {
  private static final double TRACED = 0.85;
  private static final double RECORDS_PER_TRACE = 9.5;
  private static final int OVERLAPPING_TRACES = 4;
  private static final double WITH_USER = 0.85;
  private static final double WITH_THREAD = 0.8;
  private static final String[] METHODS = {"GET", "GET", "GET", "POST", "POST", "PUT", "DELETE"};
  private static final int[] STATUS = {200, 200, 200, 200, 201, 204, 304, 404};
  private static final int[] FAILED_STATUS = {500, 502, 503, 504};
  private static final String[] RESOURCES = {"orders", "items", "accounts", "events"};
  private static final TextPattern REQUEST_ID = TextPattern.parse("<uuid>");
  private static final TextPattern CLIENT = TextPattern.parse("<ip>");
  private static final TextPattern USER = TextPattern.parse("<user>");

  private final StatementDraw statements;
  private final boolean labelled;

  /**
   * @param labelled whether each record says in {@code bench.batch} and {@code bench.ordinal} which
   *     of which request it is
   */
  RecordMaker(List<Statement> statements, long seed, boolean labelled) {
    this.statements = new StatementDraw(statements, seed);
    this.labelled = labelled;
  }

  List<TrafficRecord> records(int count, SplittableRandom random) {
    List<TrafficRecord> records = new ArrayList<>(count);
    for (int place = 0; place < count; place++) {
      Statement statement = statements.next(random);
      SlottedText body = body(statement, random);
      List<Attribute> attributes = attributes(statement, place, random);
      int trace = random.nextDouble() < TRACED ? trace(place, count, random) : -1;
      records.add(new TrafficRecord(statement, place, trace, body, attributes));
    }
    return records;
  }

  /** The traces of a request follow on each other, a few at a time. */
  private static int trace(int place, int count, SplittableRandom random) {
    double perTrace = RECORDS_PER_TRACE / TRACED;
    int traces = (int) Math.max(1, Math.round(count / perTrace));
    return Math.min(traces - 1, (int) (place / perTrace) + random.nextInt(OVERLAPPING_TRACES));
  }

  private SlottedText body(Statement statement, SplittableRandom random) {
    SlottedText message = statement.body().render(random);
    if (statement.failure() != Statement.Failure.IN_BODY) {
      return message;
    }
    String trace = StackTraces.trace(statement);
    return new SlottedText(message.text() + "\n" + trace, message.slots());
  }

  private List<Attribute> attributes(Statement statement, int place, SplittableRandom random) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("request.id", REQUEST_ID.render(random)));
    attributes.add(new Attribute("client.address", CLIENT.render(random)));
    if (random.nextDouble() < WITH_USER) {
      attributes.add(new Attribute("user.id", USER.render(random)));
    }
    attributes.add(new Attribute("tenant.id", tenant()));
    addRequest(attributes, statement, random);
    attributes.add(new Attribute("duration_ms", Math.exp(random.nextDouble() * 8.5 - 1.5)));
    if (random.nextDouble() < WITH_THREAD) {
      attributes.add(new Attribute("thread.name", thread(statement.service())));
    }
    String function = statement.scope() + "." + statement.function();
    attributes.add(new Attribute("code.function.name", SlottedText.constant(function)));
    if (statement.failure() == Statement.Failure.IN_ATTRIBUTES) {
      addException(attributes, statement);
    }
    if (labelled) {
      SlottedText batch = new SlottedText("0000000000", List.of(new Slot(SlotKind.BATCH, 0, 10)));
      attributes.add(new Attribute("bench.batch", batch));
      attributes.add(new Attribute("bench.ordinal", (long) place));
    }
    return attributes;
  }

  private static void addRequest(
      List<Attribute> attributes, Statement statement, SplittableRandom random) {
    String method = METHODS[random.nextInt(METHODS.length)];
    String route =
        "/v2/"
            + statement.service().name()
            + "/"
            + RESOURCES[random.nextInt(RESOURCES.length)]
            + "/{id}";
    int[] choice = statement.isError() ? FAILED_STATUS : STATUS;
    long status = choice[random.nextInt(choice.length)];
    attributes.add(new Attribute("http.request.method", SlottedText.constant(method)));
    attributes.add(new Attribute("http.route", SlottedText.constant(route)));
    attributes.add(new Attribute("http.response.status_code", status));
  }

  private static SlottedText tenant() {
    return new SlottedText("tenant-000", List.of(new Slot(SlotKind.DIGITS, 7, 3)));
  }

  private static SlottedText thread(Service service) {
    String pool = service.name() + "-worker-";
    return new SlottedText(pool + "00", List.of(new Slot(SlotKind.DIGITS, pool.length(), 2)));
  }

  private static void addException(List<Attribute> attributes, Statement statement) {
    String type = StackTraces.type(statement);
    String trace = StackTraces.trace(statement);
    attributes.add(new Attribute("exception.type", SlottedText.constant(type)));
    attributes.add(
        new Attribute("exception.message", SlottedText.constant(StackTraces.message(statement))));
    attributes.add(new Attribute("exception.stacktrace", SlottedText.constant(trace)));
  }
}
