package dev.winnow.formats.layout;

import java.nio.charset.StandardCharsets;

/** What the names in structured lines mean. A name within an object is joined to it with a dot. */
final class FieldNames {
  /** What a name means. */
  enum Meaning {
    NOTHING,
    TIME,
    LEVEL,
    /** A level on syslog's scale, 0 the worst. */
    SYSLOG_LEVEL,
    /** A level on OpenTelemetry's scale. */
    OPENTELEMETRY_LEVEL,
    HOST,
    SERVICE
  }

  private static final String TABLE =
      """
      TIME                 time timestamp @timestamp ts t @t datetime date asctime event_time
      TIME                 eventTime time_iso8601 timeUnixNano time_unix_nano
      TIME                 __REALTIME_TIMESTAMP
      LEVEL                level lvl severity loglevel log_level log.level levelname @l @level
      LEVEL                severity_text severityText log.severity
      SYSLOG_LEVEL         PRIORITY syslog.severity.code
      OPENTELEMETRY_LEVEL  severity_number severityNumber
      HOST                 host hostname host.name host.hostname _HOSTNAME
      SERVICE              service service.name service_name serviceName app app.name application
      SERVICE              resource.service.name SYSLOG_IDENTIFIER dd.service
      """;

  private static final int SLOTS = 128;
  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final Meaning[] MEANINGS = new Meaning[SLOTS];

  static {
    TABLE.lines().map(row -> row.split("\\s+", 0)).forEach(FieldNames::put);
  }

  private FieldNames() {}

  private static void put(String[] row) {
    for (int i = 1; i < row.length; i++) {
      byte[] name = row[i].getBytes(StandardCharsets.US_ASCII);
      int slot = slot(hash(0, name, 0, name.length));
      while (NAMES[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      NAMES[slot] = name;
      MEANINGS[slot] = Meaning.valueOf(row[0]);
    }
  }

  /** What the name {@code in[from, to)} means. */
  static Meaning of(byte[] in, int from, int to) {
    int slot = slot(hash(0, in, from, to));
    for (; NAMES[slot] != null; slot = (slot + 1) % SLOTS) {
      if (NAMES[slot].length == to - from && ends(NAMES[slot], in, from, to)) {
        return MEANINGS[slot];
      }
    }
    return Meaning.NOTHING;
  }

  /** What the name {@code in[from, to)} means within the object {@code in[outerFrom, outerTo)}. */
  static Meaning of(byte[] in, int outerFrom, int outerTo, int from, int to) {
    int hash = hash(hash(0, in, outerFrom, outerTo) * 31 + '.', in, from, to);
    int outer = outerTo - outerFrom;
    for (int slot = slot(hash); NAMES[slot] != null; slot = (slot + 1) % SLOTS) {
      byte[] name = NAMES[slot];
      if (name.length == outer + 1 + to - from
          && name[outer] == '.'
          && starts(name, in, outerFrom, outerTo)
          && ends(name, in, from, to)) {
        return MEANINGS[slot];
      }
    }
    return Meaning.NOTHING;
  }

  private static int hash(int seed, byte[] in, int from, int to) {
    int hash = seed;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + in[i];
    }
    return hash;
  }

  private static int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (SLOTS - 1);
  }

  private static boolean starts(byte[] name, byte[] in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (name[i - from] != in[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean ends(byte[] name, byte[] in, int from, int to) {
    int offset = name.length - (to - from);
    for (int i = from; i < to; i++) {
      if (name[offset + i - from] != in[i]) {
        return false;
      }
    }
    return true;
  }
}
