package dev.winnow.pipeline;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;

/** Says which records are kept whatever any rule says. */
final class Protection {
  private static final List<String> EXCEPTION =
      List.of("exception.type", "exception.message", "exception.stacktrace");

  private Protection() {}

  /**
   * Whether an interpreted record is an error, tells of an exception, or has a severity that nobody
   * understands.
   *
   * @param hasStackTrace whether its body holds one
   */
  static boolean covers(LogRecord record, boolean hasStackTrace) {
    SeverityNumber severity = record.severityNumber();
    return severity.isError()
        || severity == SeverityNumber.UNSPECIFIED
        || hasStackTrace
        || EXCEPTION.stream().anyMatch(name -> isPresent(record.attributes().value(name)));
  }

  private static boolean isPresent(AnyValue value) {
    return !(value instanceof AnyValue.EmptyValue);
  }
}
