package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Placeholder;
import dev.winnow.generator.shop.Statement;
import dev.winnow.generator.shop.TextPattern;
import dev.winnow.generator.shop.Thrown;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Writes out what is said, with a value in the place of each placeholder. */
final class BodyWriter {
  private static final int SUCCESS = 200;
  private static final int FAILURE = 500;

  private final RandomGenerator random;
  private final PrintedTime time = new PrintedTime();

  BodyWriter(RandomGenerator random) {
    this.random = random;
  }

  /** The whole body: the text, perhaps within a line, perhaps with an exception below. */
  String body(Saying saying) {
    StringBuilder out = new StringBuilder();
    TextPattern line = saying.span().service().line();
    append(line == null ? saying.statement().text() : line, saying, out);
    Thrown thrown = saying.statement().thrown();
    if (thrown != null && (saying.statement().printsThrown() || line != null)) {
      append(thrown.printed(), saying, out.append('\n'));
    }
    return out.toString();
  }

  String text(TextPattern pattern, Saying saying) {
    StringBuilder out = new StringBuilder();
    append(pattern, saying, out);
    return out.toString();
  }

  private void append(TextPattern pattern, Saying saying, StringBuilder out) {
    List<String> literals = pattern.literals();
    for (int i = 0; i < pattern.placeholders().size(); i++) {
      out.append(literals.get(i));
      append(pattern.placeholders().get(i), saying, out);
    }
    out.append(literals.getLast());
  }

  private void append(Placeholder placeholder, Saying saying, StringBuilder out) {
    Request request = saying.span().request();
    switch (placeholder.kind()) {
      case DECIMAL -> out.append(number(placeholder.width()));
      case HEX -> Hex.append(random.nextLong(), placeholder.width(), out);
      case WORD -> out.append(placeholder.words().get(random.nextInt(placeholder.words().size())));
      case USER -> out.append(request.user().text());
      case IP -> out.append(request.address().text());
      case REQUEST -> out.append(request.id().text());
      case ORDER -> out.append(request.order());
      case CART -> Hex.append(request.cart(), 12, out);
      case SKU -> out.append(request.sku());
      case AMOUNT -> appendAmount(request.cents(), out);
      case SESSION -> Hex.append(request.session(), 16, out);
      case MS -> out.append(TimeUnit.NANOSECONDS.toMillis(saying.elapsedNanos()));
      case STATUS -> out.append(status(saying));
      case CLF, ISO, LOG4J, POSTGRES, REDIS -> time.append(placeholder.kind(), saying.time(), out);
      case LEVEL -> out.append(saying.statement().severityText());
      case LOGGER -> out.append(saying.statement().scope());
      case THREAD -> out.append(saying.span().thread().text());
      case MESSAGE -> append(saying.statement().text(), saying, out);
      case PID -> out.append(saying.span().instance().processId());
    }
  }

  /** With any number of digits up to so many, so that small ones are not rare. */
  private long number(int width) {
    long limit = 10;
    for (int digits = random.nextInt((width + 1) / 2, width + 1); digits > 1; digits--) {
      limit *= 10;
    }
    return random.nextLong(limit / 10, limit);
  }

  private static void appendAmount(long cents, StringBuilder out) {
    out.append(cents / 100).append('.').append(cents / 10 % 10).append(cents % 10);
  }

  /** How an operation that is over answered. */
  static int status(Saying saying) {
    Statement statement = saying.statement();
    return statement.severity() == SeverityNumber.ERROR ? FAILURE : SUCCESS;
  }
}
