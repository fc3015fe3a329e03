package shop;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log calls that pass an exception, rendered as Logback's {@code %msg%n%ex}.
 *
 * <p>The truth of a body is its call site and the type of its exception: {@code MESSAGE\nTYPE:
 * <*>\n<*>}. Causes, suppressed exceptions and frames all belong to the last wildcard.
 */
final class StackTraces {
  private static final Logger log = LoggerFactory.getLogger(StackTraces.class);
  private final Vocabulary v;
  private final Faults f;
  private Schedule s;

  StackTraces(Vocabulary v) {
    this.v = v;
    this.f = new Faults(v);
  }

  public static void main(String[] args) throws Exception {
    try (Truth truth = Truth.install(Path.of(args[1]), StackTraces::body, StackTraces::template)) {
      Vocabulary vocabulary = new Vocabulary(Path.of(args[0]), 20261126);
      Schedule schedule = new Schedule();
      new StackTraces(vocabulary).addTo(schedule);
      schedule.run(vocabulary.random());
    }
  }

  void addTo(Schedule schedule) {
    s = schedule;
    failures();
    plainLines();
  }

  private static String body(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null
        ? event.getFormattedMessage()
        : (event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(thrown)).stripTrailing();
  }

  private static String template(ILoggingEvent event) {
    String message = event.getMessage().replace("{}", "<*>");
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? message : message + "\n" + thrown.getClassName() + ": <*>\n<*>";
  }

  private Throwable thrown(Faults.Step step) {
    return f.thrownBy(step);
  }

  private void failures() {
    Supplier<Object> id = v::id;
    s.site(130, () -> log.error("Could not process order {}", id.get(), thrown(() -> f.saving(f::connectRefused))));
    s.site(60, () -> log.error("Could not process order {}", id.get(), thrown(f::wrongState)));
    s.site(18, () -> log.error("Could not process order {}", id.get(), thrown(f::nullPointer)));
    s.site(1, () -> log.error("Could not process order {}", id.get(), thrown(f::concurrentModification)));
    s.site(90, () -> log.warn("Payment {} of {} declined", v.uuid(), v.word("user"), thrown(f::declined)));
    s.site(40, () -> log.error("Payment {} of {} failed", v.uuid(), v.word("user"), thrown(f::timeout)));
    s.site(9, () -> log.error("Payment {} of {} failed", v.uuid(), v.word("user"), thrown(f::futureFailed)));
    s.site(70, () -> log.warn("Import of {} stopped at row {}", v.word("path"), id.get(), thrown(f::parseNumber)));
    s.site(45, () -> log.warn("Import of {} stopped at row {}", v.word("path"), id.get(), thrown(f::parseDate)));
    s.site(12, () -> log.warn("Import of {} stopped at row {}", v.word("path"), id.get(), thrown(f::indexOutOfBounds)));
    s.site(55, () -> log.error("Job {} failed", v.word("job"), thrown(f::readMissingFile)));
    s.site(16, () -> log.error("Job {} failed", v.word("job"), thrown(() -> f.closing(f::wrongState))));
    s.site(1, () -> log.error("Job {} failed", v.word("job"), thrown(f::stackOverflow)));
    s.site(85, () -> log.error("Servlet.service() for servlet [{}] in context with path [{}] threw exception", "dispatcher", "", thrown(f::nullPointer)));
    s.site(30, () -> log.error("Servlet.service() for servlet [{}] in context with path [{}] threw exception", "dispatcher", "", thrown(f::castWrong)));
    s.site(8, () -> log.error("Servlet.service() for servlet [{}] in context with path [{}] threw exception", "dispatcher", "", thrown(f::emptyOptional)));
    s.site(64, () -> log.warn("Connection to {} lost, attempt {}", v.hostPort(), v.between(1, 5), thrown(f::connectRefused)));
    s.site(7, () -> log.warn("Redirect target of {} is not a URI", v.url(), thrown(f::badUri)));
    s.site(26, () -> log.warn("Unknown region in header of {}", v.ip(), thrown(f::badArgument)));
    s.site(3, () -> log.error("Cache {} is read-only", v.word("table"), thrown(f::unsupported)));
    s.site(22, () -> log.error("Unhandled exception on thread {}", v.word("thread"), thrown(f::emptyIterator)));
    s.site(20, () -> log.error("Unhandled exception on thread {}", v.word("thread"), thrown(f::indexOutOfBounds)));
    s.site(14, () -> log.error("Unhandled exception on thread {}", v.word("thread"), thrown(() -> f.saving(f::readMissingFile))));
    s.site(1, () -> log.error("Unhandled exception on thread {}", v.word("thread"), thrown(f::unsupported)));
    s.site(2, () -> log.error("Mail {} to {} could not be sent", v.word("template"), v.email(), thrown(() -> f.closing(f::timeout))));
    s.site(1, () -> log.error("Application run failed", thrown(() -> f.saving(f::parseNumber))));
    s.site(35, () -> log.error("", thrown(f::wrongState)));
    s.site(11, () -> log.error("{}", v.word("note"), thrown(f::badArgument)));
  }

  private void plainLines() {
    s.site(260, () -> log.info("Order {} placed by {}", v.id(), v.word("user")));
    s.site(120, () -> log.info("Payment {} of {} accepted", v.uuid(), v.word("user")));
    s.site(80, () -> log.info("Job {} finished in {}", v.word("job"), v.spelledDuration()));
    s.site(70, () -> log.debug("Connection to {} established, attempt {}", v.hostPort(), v.between(1, 5)));
    s.site(40, () -> log.warn("Could not process order {}: {}", v.id(), v.word("exception")));
    s.site(50, () -> log.info("Import of {} done, {} rows", v.word("path"), v.id()));
    s.site(9, () -> log.error("Job {} failed", v.word("job")));
    s.site(4, () -> log.info("Cache {} cleared by {}", v.word("table"), v.word("name")));
    s.site(1, () -> log.info("Application started"));
  }
}
