package dev.winnow.formats.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layouts of text that are known. */
final class Layouts {
  /*
   * A row is a name and a pattern; see LayoutPattern for how to read one. Rows are tried in order, so
   * a layout stands before those that would take its lines for theirs with less understood. A row
   * that begins with three dots is tried only after a line of the same layout.
   */
  private static final String TABLE =
      """
      syslog (RFC 5424)        | {priority}1 {time} {host} {service} {process} {event} {data} {message}
      syslog                   | (?{priority}){time:BSD} {host} {service}(?[{pid}]): {message}
      syslog                   | {time:RFC3339} {host} {service}[{pid}]: {message}
      syslog                   | {time:RFC3339} {host} kernel: {message}
      syslog                   | ...{time:RFC3339} {host} {service}: {message}
      klog                     | {klog} {pid} {source}] {message}
      Spring Boot              | {time} {level} {pid} --- [{thread}] [{thread}] {logger} : {message}
      Spring Boot              | {time} {level} {pid} --- [{thread}] {logger} : {message}
      Logback                  | {time} [{thread}] {LEVEL} {logger} -- {message}
      Logback                  | {time} [{thread}] {LEVEL} {logger} - {message}
      Log4j                    | {time} {LEVEL} [{thread}] {logger}: {message}
      Log4j                    | {time} {LEVEL} [{thread}] {logger} - {message}
      Log4j                    | {time} {LEVEL} [{thread}] {message}
      Kafka                    | [{time}] {LEVEL} {message}
      ZooKeeper                | {time} [myid:{id}] - {LEVEL} {message}
      OpenStack                | {time} {pid} {LEVEL} {logger} [{request}] {message}
      Hadoop                   | {time:SHORT} {pid} {LEVEL} {logger}: {message}
      Python logging           | {time} - {logger} - {LEVEL} - {message}
      Python logging           | {LEVEL}:{logger}:{message}
      Gunicorn                 | [{time}] [{pid}] [{level}] {message}
      nginx error log          | {time:SLASHES} [{level}] {pid}#{thread}: {message}
      Apache error log         | [{time:ASCTIME}] [{module}:{level}] [pid {pid}:tid {thread}] {message}
      Apache error log         | [{time:ASCTIME}] [{module}:{level}] [pid {pid}] {message}
      Apache error log         | [{time:ASCTIME}] [{level}] {message}
      access log               | {client} {user} {user} [{time:ACCESS}] {message}
      PostgreSQL               | {time} [{pid}] {level}: {message}
      PostgreSQL               | {time} [{pid}] {user} {level}: {message}
      MySQL                    | {time} {pid} [{level}] {message}
      Redis                    | {process} {time:DAY_FIRST} {mark} {message}
      Android                  | {time:MONTH_AND_DAY} {pid} {thread} {letter} {tag}: {message}
      Windows CBS              | {time}, {level} {component} {message}
      npm                      | npm {level} {message}
      syslog                   | {time:BSD} {host} {message}
      text with time and level | {time} {LEVEL} {message}
      text with time and level | {time}, {level} {message}
      text with time and level | {time} {LEVEL}: {message}
      text with time and level | {time} [{level}] {message}
      text with time and level | [{time}] [{level}] {message}
      text with time and level | [{time}] {LEVEL}: {message}
      text with time and level | {LEVEL} {time} {message}
      text with time and level | {LEVEL} [{time}] {message}
      text with time and level | [{level}] {time} {message}
      text with time and level | [{level}] [{time}] {message}
      text with time           | [{time}] {message}
      text with time           | {time} {message}
      text with level          | [{level}] {message}
      text with level          | {LEVEL}: {message}
      text with level          | {LEVEL} {message}
      """;

  private static final String AFTER_ITS_LIKE = "...";
  private static final int BYTES = 256;

  private final List<List<LayoutPattern>> openers = new ArrayList<>();
  private final Map<Layout, List<LayoutPattern>> byLayout = new HashMap<>();

  /** The table, compiled. */
  Layouts() {
    for (int i = 0; i < BYTES; i++) {
      openers.add(new ArrayList<>());
    }
    TABLE.lines().forEach(this::add);
  }

  private void add(String row) {
    int bar = row.indexOf('|');
    String name = row.substring(0, bar).strip();
    String pattern = row.substring(bar + 1).strip();
    boolean opens = !pattern.startsWith(AFTER_ITS_LIKE);
    LayoutPattern compiled =
        LayoutPattern.compile(name, opens ? pattern : pattern.substring(AFTER_ITS_LIKE.length()));
    byLayout.computeIfAbsent(compiled.layout(), layout -> new ArrayList<>()).add(compiled);
    for (int i = 0; opens && i < BYTES; i++) {
      if (compiled.mayBeginWith((byte) i)) {
        openers.get(i).add(compiled);
      }
    }
  }

  /** The patterns that a line which begins with this byte may have, in order. */
  List<LayoutPattern> beginningWith(byte first) {
    return openers.get(first & 0xff);
  }

  /** The patterns that a line after one of this layout may have, in order. */
  List<LayoutPattern> of(Layout layout) {
    return byLayout.getOrDefault(layout, List.of());
  }
}
