package dev.winnow.generator.traffic;

import dev.winnow.generator.incident.Incident;
import dev.winnow.generator.incident.IncidentKind;
import dev.winnow.generator.incident.Label;
import dev.winnow.generator.shop.Operation;
import dev.winnow.generator.shop.Operation.Route;
import dev.winnow.generator.shop.Service;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.shop.Statement;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The records that the shop leaves behind, in order of time. Not thread-safe.
 *
 * <p>They are a function of the configuration, of the beginning, and of when which change is made;
 * without a bound on their rate also of the times that are asked for.
 */
public final class Traffic {
  /** How often a service says something by itself, among requests. */
  private static final double BACKGROUND = 0.12;

  /** How often a storm repeats its statement for each request. */
  private static final int STORM = 8;

  private static final long STORM_STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(700);
  private static final long RESTART_STEP_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long STARTUP_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Beyond this many, records are given out before their time, so that they do not pile up. */
  private static final int MOST_PENDING = 100_000;

  /** The same while as many are made as can be, where few lie between a request and its end. */
  private static final int MOST_PENDING_UNBOUNDED = 2_000;

  /** Takes records. */
  public interface Recipient {
    /** Takes a record of what was said. */
    void take(LogRecord record, Statement statement);
  }

  private record Entry(Service service, Operation operation, Route route) {}

  private final Shop shop;
  private final RandomGenerator random;
  private final List<AnyValue> agents;
  private final List<Entry> entries;
  private final int weights;
  private final Instances instances;
  private final Script script;
  private final ErrorBudget budget;
  private final Sayings sayings = new Sayings();
  private final Passage passage;
  private final RecordMaker records;
  private Pace pace;
  private long nextStart;

  /**
   * Traffic that begins at a time.
   *
   * @param beginning in nanoseconds since 1970
   * @param labels takes what is known of each incident that has ended
   */
  public Traffic(Shop shop, TrafficConfig config, long beginning, Consumer<Label> labels) {
    this.shop = shop;
    random = new SplittableRandom(config.seed());
    agents = shop.words().getOrDefault("agent", List.of("")).stream().map(AnyValue::of).toList();
    entries = entries(shop);
    weights = entries.stream().mapToInt(entry -> entry.route().weight()).sum();
    instances = new Instances(config.cast(), random);
    script = new Script(config.schedule(), config.cast(), beginning, labels);
    budget = new ErrorBudget(config.errorShare());
    passage = new Passage(config.cast(), instances, script, budget, random, sayings);
    records = new RecordMaker(new BodyWriter(random));
    pace = config.pace();
    nextStart = beginning;
  }

  private static List<Entry> entries(Shop shop) {
    List<Entry> entries = new ArrayList<>();
    for (Service service : shop.services()) {
      for (Operation operation : service.operations().values()) {
        Route route = operation.route();
        if (route != null) {
          entries.add(new Entry(service, operation, route));
        }
      }
    }
    return List.copyOf(entries);
  }

  /** Goes on at another pace. */
  public void change(Pace other) {
    pace = other;
  }

  /** Goes on with another share of records that are WARN or worse. */
  public void changeErrorShare(double share) {
    budget.change(share);
  }

  /**
   * Begins again at a time, if it is later than where the traffic is: nothing happens until then.
   */
  public void skipTo(long time) {
    nextStart = Math.max(nextStart, time);
  }

  /**
   * Gives out what happens before a time, in order.
   *
   * @return how many records those were; fewer than {@code most} if there are no more
   */
  public int until(long time, int most, Recipient recipient) {
    for (int given = 0; given < most; given++) {
      makeUntil(time);
      boolean isDue = sayings.firstTime() < time || sayings.size() >= mostPending();
      Saying saying = isDue ? sayings.poll() : null;
      if (saying == null) {
        return given;
      }
      recipient.take(records.record(saying), saying.statement());
    }
    return most;
  }

  /** Tells of the incidents that began before a time, and will not go on. */
  public void end() {
    script.tellEnded(Long.MAX_VALUE);
  }

  private int mostPending() {
    return pace.equals(Pace.UNBOUNDED) ? MOST_PENDING_UNBOUNDED : MOST_PENDING;
  }

  /** Lets requests pass until it is certain what happens first. */
  private void makeUntil(long time) {
    if (pace.equals(Pace.UNBOUNDED)) {
      skipTo(time);
      while (sayings.size() < mostPending()) {
        next();
      }
    }
    while (nextStart < time && nextStart <= sayings.firstTime() && sayings.size() < mostPending()) {
      next();
    }
  }

  private void next() {
    script.tellEnded(nextStart);
    script.advance(nextStart).forEach(this::begin);
    long before = sayings.added();
    if (random.nextDouble() < BACKGROUND) {
      background();
    } else {
      Entry entry = entry();
      passage.pass(entry.service(), entry.operation(), request(entry.route()), nextStart);
    }
    int said = (int) (sayings.added() - before);
    script.now().forEach(this::storm);
    nextStart += (long) (pace.gapNanos(nextStart, said) * -Math.log(1 - random.nextDouble()));
  }

  private Entry entry() {
    int draw = random.nextInt(weights);
    int index = 0;
    while (draw >= entries.get(index).route().weight()) {
      draw -= entries.get(index++).route().weight();
    }
    return entries.get(index);
  }

  private Request request(@Nullable Route route) {
    return new Request(route, nextStart, agents.get(random.nextInt(agents.size())), random);
  }

  /** A service says something by itself. */
  private void background() {
    Service service = shop.services().get(random.nextInt(shop.services().size()));
    boolean isTrouble = random.nextDouble() < budget.chance();
    List<Statement> fitting =
        service.background().stream().filter(each -> each.isTrouble() == isTrouble).toList();
    Statement statement =
        isTrouble ? passage.trouble(fitting) : fitting.get(random.nextInt(fitting.size()));
    if (statement != null) {
      passage.mutter(service, statement, request(null), nextStart);
    }
  }

  private void begin(Incident incident) {
    if (incident.kind() != IncidentKind.DEPLOY) {
      return;
    }
    instances.deploy(incident.root());
    long time = nextStart;
    for (int i = 0; i < incident.root().instances(); i++) {
      long saidAt = time;
      for (Statement statement : incident.root().startup()) {
        passage.mutter(incident, statement, request(null), saidAt);
        saidAt += STARTUP_STEP_NANOS;
      }
      time += RESTART_STEP_NANOS;
    }
  }

  private void storm(Incident incident) {
    Statement repeated = incident.root().scripted().get(incident.kind().word());
    if (incident.kind() == IncidentKind.STORM && repeated != null) {
      for (int i = 0; i < STORM; i++) {
        long time = nextStart + i * STORM_STEP_NANOS;
        passage.mutter(incident, repeated, request(null), time);
      }
    }
  }
}
