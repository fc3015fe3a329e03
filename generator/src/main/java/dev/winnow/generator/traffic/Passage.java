package dev.winnow.generator.traffic;

import dev.winnow.generator.incident.Incident;
import dev.winnow.generator.incident.IncidentKind;
import dev.winnow.generator.shop.Operation;
import dev.winnow.generator.shop.Service;
import dev.winnow.generator.shop.Statement;
import dev.winnow.generator.shop.Step;
import dev.winnow.kernel.record.AnyValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lets requests pass through the services, one after the other; what is said comes out. */
final class Passage {
  /*
   * An operation is walked through step by step at a time of its own, and what it calls is walked
   * through in between, so durations add up along the calls. A failure ends the operation that has it
   * and is an answer to the one that called, which says its `else` then, and may fail itself.
   *
   * Trouble is said in place of a step when the budget or an incident asks for it. Once an incident
   * has touched a request, the troubles that follow are noted for its label and cost no budget.
   */

  /** Nobody waits longer for another. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private static final double SPREAD = 0.45;

  /** Of the troubles that an operation has, a warning is this often what is said. */
  private static final double WARNINGS = 0.65;

  private final Cast cast;
  private final Instances instances;
  private final Script script;
  private final ErrorBudget budget;
  private final RandomGenerator random;
  private final Sayings out;
  private @Nullable Incident cause;

  Passage(
      Cast cast,
      Instances instances,
      Script script,
      ErrorBudget budget,
      RandomGenerator random,
      Sayings out) {
    this.cast = cast;
    this.instances = instances;
    this.script = script;
    this.budget = budget;
    this.random = random;
    this.out = out;
  }

  /** Lets a request pass that asks for an operation. */
  void pass(Service service, Operation operation, Request request, long start) {
    cause = null;
    run(service, operation, request, start);
  }

  /** Lets a service say something by itself. */
  void mutter(Service service, Statement statement, Request request, long time) {
    cause = null;
    say(span(service, request, time), statement, time);
  }

  /**
   * Lets a service say something because of its incident, which {@link #say} notes if it is
   * trouble.
   */
  void mutter(Incident incident, Statement statement, Request request, long time) {
    cause = incident;
    Service service = incident.root();
    say(span(service, request, time), statement, time);
    if (!statement.isTrouble()) {
      note(service, statement);
    }
  }

  private Span span(Service service, Request request, long start) {
    String id = request.traceId().isEmpty() ? "" : Hex.text(random.nextLong() | 1);
    Instance instance = instances.any(service);
    List<AnyValue> threads = instance.threads();
    return new Span(
        service, instance, threads.get(random.nextInt(threads.size())), request, start, id);
  }

  /** How an operation ended. */
  private record Outcome(long end, boolean isFailure) {}

  private Outcome run(Service service, Operation operation, Request request, long start) {
    Incident incident = script.in(service);
    Span span = span(service, request, start);
    long pause = ownNanos(operation, incident) / (operation.steps().size() + 1);
    long time = start + pause;
    boolean failed = incident != null && isStruck(incident, span, time);
    for (int i = 0; i < operation.steps().size() && !failed; i++) {
      switch (operation.steps().get(i)) {
        case Step.Say say -> failed = say(span, operation, say, time);
        case Step.Call call -> {
          Outcome answer = run(call.service(), call.operation(), request, time);
          boolean isLate = answer.end() - time > PATIENCE_NANOS;
          time = isLate ? time + PATIENCE_NANOS : answer.end();
          if ((answer.isFailure() || isLate) && call.otherwise() != null) {
            say(span, call.otherwise(), time);
            failed = call.otherwise().isFailure();
          }
        }
      }
      time += pause;
    }
    return new Outcome(time, close(span, operation, failed, time));
  }

  private long ownNanos(Operation operation, @Nullable Incident incident) {
    double own =
        TimeUnit.MILLISECONDS.toNanos(operation.millis())
            * Math.exp(SPREAD * random.nextGaussian());
    return (long) (own * (incident == null ? 1 : incident.kind().slowdown()));
  }

  /** Whether the incident of a service makes what it is asked now fail. */
  private boolean isStruck(Incident incident, Span span, long time) {
    if (incident.kind().slowdown() > 1) {
      cause = incident;
    }
    Statement scripted = span.service().scripted().get(incident.kind().word());
    if (scripted == null || !(random.nextDouble() < incident.kind().chance())) {
      return false;
    }
    cause = incident;
    say(span, scripted, time);
    return scripted.isFailure();
  }

  /** Says a step, or trouble in its place; returns whether the operation failed. */
  private boolean say(Span span, Operation operation, Step.Say step, long time) {
    if (step.chance() < 1 && random.nextDouble() >= step.chance()) {
      return false;
    }
    Incident surge = surge(span.service());
    if (surge == null && random.nextDouble() >= budget.chance()) {
      say(span, step.statement(), time);
      return false;
    }
    Statement trouble = trouble(operation.troubles());
    if (trouble == null) {
      return false;
    }
    Incident before = cause;
    cause = surge;
    say(span, trouble, time);
    if (surge == null && !trouble.isFailure()) {
      cause = before;
    }
    return trouble.isFailure();
  }

  /** The incident of a service, if it is a surge that asks for trouble now. */
  private @Nullable Incident surge(Service service) {
    Incident incident = script.in(service);
    return incident != null
            && incident.kind() == IncidentKind.SURGE
            && random.nextDouble() < incident.kind().chance()
        ? incident
        : null;
  }

  /** A warning or a failure; nothing if an operation has no troubles. */
  @Nullable Statement trouble(List<Statement> statements) {
    boolean isWarning = random.nextDouble() < WARNINGS;
    Statement chosen = null;
    int alike = 0;
    for (Statement each : statements) {
      boolean fits = each.isFailure() != isWarning;
      if (fits && random.nextInt(++alike) == 0) {
        chosen = each;
      }
    }
    return chosen == null && !statements.isEmpty() ? statements.getFirst() : chosen;
  }

  /** Says how an operation ended; returns whether it failed. */
  private boolean close(Span span, Operation operation, boolean failed, long time) {
    Statement closing = operation.closing();
    Statement failing = operation.failing();
    if (closing == null || failing == null) {
      return failed;
    }
    boolean fails = failed || budget.chance() == 1;
    say(span, fails ? failing : closing, time, true);
    return fails;
  }

  private void say(Span span, Statement statement, long time) {
    say(span, statement, time, false);
  }

  private void say(Span span, Statement statement, long time, boolean isLast) {
    Service service = span.service();
    if (!cast.isHeard(service)) {
      return;
    }
    Incident incident = script.in(service);
    if (incident != null && incident.kind() == IncidentKind.SILENCE) {
      script.note(incident, service, statement);
      return;
    }
    if (cause == null) {
      budget.count(statement.isTrouble());
    } else if (statement.isTrouble()) {
      note(service, statement);
    }
    out.add(time, span, statement, isLast);
  }

  private void note(Service service, Statement statement) {
    if (cause != null) {
      script.note(cause, service, statement);
    }
  }
}
