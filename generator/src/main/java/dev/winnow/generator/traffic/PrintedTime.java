package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Placeholder.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Times as programs print them, in UTC. What is the same within a second is made once. */
final class PrintedTime {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** What stands before the milliseconds, and what behind; no milliseconds if that is null. */
  private record Style(DateTimeFormatter seconds, String point, boolean hasMillis, String end) {
    static Style of(String pattern, String point, String end) {
      return new Style(formatter(pattern), point, true, end);
    }

    private static DateTimeFormatter formatter(String pattern) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
  }

  private static final Style CLF =
      new Style(Style.formatter("dd/MMM/yyyy:HH:mm:ss '+0000'"), "", false, "");
  private static final Style ISO = Style.of("yyyy-MM-dd'T'HH:mm:ss", ".", "Z");
  private static final Style LOG4J = Style.of("yyyy-MM-dd HH:mm:ss", ",", "");
  private static final Style POSTGRES = Style.of("yyyy-MM-dd HH:mm:ss", ".", "");
  private static final Style REDIS = Style.of("dd MMM yyyy HH:mm:ss", ".", "");

  private final Map<Kind, String> texts = new EnumMap<>(Kind.class);
  private long second = Long.MIN_VALUE;

  void append(Kind kind, long time, StringBuilder out) {
    if (Math.floorDiv(time, SECOND) != second) {
      second = Math.floorDiv(time, SECOND);
      texts.clear();
    }
    Style style = style(kind);
    out.append(
        texts.computeIfAbsent(
            kind, absent -> style.seconds().format(Instant.ofEpochSecond(second))));
    if (style.hasMillis()) {
      long millis = Math.floorMod(time, SECOND) / TimeUnit.MILLISECONDS.toNanos(1);
      out.append(style.point()).append((char) ('0' + millis / 100));
      out.append((char) ('0' + millis / 10 % 10)).append((char) ('0' + millis % 10));
      out.append(style.end());
    }
  }

  private static Style style(Kind kind) {
    return switch (kind) {
      case CLF -> CLF;
      case LOG4J -> LOG4J;
      case POSTGRES -> POSTGRES;
      case REDIS -> REDIS;
      default -> ISO;
    };
  }
}
