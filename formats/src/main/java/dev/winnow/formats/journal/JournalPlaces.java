package dev.winnow.formats.journal;

import dev.winnow.formats.syslog.SyslogNames;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fields of an entry where OpenTelemetry has what a journal calls so. Not thread-safe.
 *
 * <p>A field that is not known, or is there several times, is an attribute by its own name.
 */
final class JournalPlaces {
  /** A place, and the fields of which the first that is there gets it. */
  private record Row(boolean isOfResource, String place, List<String> fields) {
    static Row of(String line) {
      String[] words = line.split(" +", 0);
      return new Row(
          words[0].equals("resource"), words[1], List.of(words).subList(2, words.length));
    }
  }

  private static final String CURSOR = "__CURSOR";
  private static final List<Row> ROWS =
      """
      resource  service.name            SYSLOG_IDENTIFIER _SYSTEMD_UNIT _SYSTEMD_USER_UNIT _COMM
      resource  host.name               _HOSTNAME
      resource  host.id                 _MACHINE_ID
      resource  container.name          CONTAINER_NAME
      resource  container.id            CONTAINER_ID_FULL CONTAINER_ID
      attribute process.pid             _PID SYSLOG_PID
      attribute process.executable.name _COMM
      attribute process.executable.path _EXE
      attribute process.command_line    _CMDLINE
      attribute thread.id               TID
      attribute code.file.path          CODE_FILE
      attribute code.line.number        CODE_LINE
      attribute code.function.name      CODE_FUNC
      attribute log.record.uid          __CURSOR
      """
          .lines()
          .map(Row::of)
          .toList();

  /** What only says where in the journal an entry lies, and when in the run of its machine. */
  private static final List<String> OF_JOURNAL =
      List.of("__MONOTONIC_TIMESTAMP", "__SEQNUM", "__SEQNUM_ID");

  private static final int MAX_DIGITS = 18;

  private final Attributes.Builder resource = Attributes.builder();
  private final Attributes.Builder attributes = Attributes.builder();

  /** The cursor of an entry, by which a journal finds it again; empty if it has none. */
  static String cursor(Map<String, List<String>> fields) {
    return fields.getOrDefault(CURSOR, List.of("")).getFirst();
  }

  /** The record that an entry is, whose fields are taken from it. */
  LogRecord.Builder arrange(Map<String, List<String>> fields) {
    resource.clear();
    attributes.clear();
    OF_JOURNAL.forEach(fields::remove);
    LogRecord.Builder record =
        LogRecord.builder()
            .body(orEmpty(take("MESSAGE", fields)))
            .timestamp(nanos(orEmpty(take("__REALTIME_TIMESTAMP", fields))));
    severity(fields, record);
    facility(fields);
    ROWS.forEach(row -> place(row, fields));
    fields.forEach((name, values) -> attributes.put(name, value(values)));
    Attributes described = resource.build();
    return record
        .resource(described.isEmpty() ? Resource.EMPTY : new Resource(described))
        .attributes(attributes.build());
  }

  /** The value of a field that is there once, which is then no longer there; null if it is not. */
  private static @Nullable String take(String name, Map<String, List<String>> fields) {
    List<String> values = fields.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    String first = values.getFirst();
    if (values.size() == 1) {
      fields.remove(name);
    }
    return first;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static void severity(Map<String, List<String>> fields, LogRecord.Builder record) {
    String priority = fields.getOrDefault("PRIORITY", List.of("")).getFirst();
    if (isNumber(priority) && Long.parseLong(priority) < SyslogNames.SEVERITIES) {
      SyslogNames.putSeverity(Integer.parseInt(priority), record);
      var _ = take("PRIORITY", fields);
    }
  }

  private void facility(Map<String, List<String>> fields) {
    String facility = take("SYSLOG_FACILITY", fields);
    if (facility != null) {
      boolean isKnown = facility.length() < 3 && isNumber(facility);
      attributes.put(
          "syslog.facility", isKnown ? SyslogNames.facility(Integer.parseInt(facility)) : facility);
    }
  }

  private void place(Row row, Map<String, List<String>> fields) {
    for (String field : row.fields()) {
      String value = take(field, fields);
      if (value != null) {
        (row.isOfResource() ? resource : attributes).put(row.place(), value(row.place(), value));
        return;
      }
    }
  }

  private static AnyValue value(String place, String text) {
    return switch (place) {
      case "process.pid", "thread.id", "code.line.number" ->
          isNumber(text) ? AnyValue.of(Long.parseLong(text)) : AnyValue.of(text);
      default -> AnyValue.of(text);
    };
  }

  private static AnyValue value(List<String> values) {
    return values.size() == 1
        ? AnyValue.of(values.getFirst())
        : AnyValue.of(values.stream().map(AnyValue::of).toList());
  }

  /** Nanoseconds since 1970 of a time in microseconds; 0 if it is none. */
  private static long nanos(String micros) {
    return isNumber(micros) ? TimeUnit.MICROSECONDS.toNanos(Long.parseLong(micros)) : 0;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
