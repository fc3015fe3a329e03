package dev.winnow.core.predicate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that stand for fields. A name that is none is an attribute's, since those are what
 * people see in their logs, unless it is so near to a field's that it is more likely a mistake,
 * which would silently match nothing.
 */
final class FieldNames {
  private static final String ATTRIBUTES = "attributes";

  private static final List<String> NAMES =
      List.of(
          Subject.LEVEL,
          "service",
          "message",
          "timestamp",
          "observed_timestamp",
          "severity_number",
          "severity_text",
          "body",
          "event_name",
          "trace_id",
          "span_id",
          "template_id",
          "scope.name",
          "scope.version");

  private static final List<String> PREFIXES = List.of(ATTRIBUTES, "resource", "body", "scope");

  /** What programs call these fields, in lower case. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("lvl", Subject.LEVEL),
          Map.entry("loglevel", Subject.LEVEL),
          Map.entry("log_level", Subject.LEVEL),
          Map.entry("severity", Subject.LEVEL),
          Map.entry("msg", "message"),
          Map.entry("service.name", "service"),
          Map.entry("service_name", "service"),
          Map.entry("span", "span_id"),
          Map.entry("spanid", "span_id"),
          Map.entry("template", "template_id"),
          Map.entry("time", "timestamp"),
          Map.entry("trace", "trace_id"),
          Map.entry("traceid", "trace_id"),
          Map.entry("ts", "timestamp"));

  private FieldNames() {}

  /** The name of the field that is meant, an alias as it is; null if {@link #suggestion} is. */
  static @Nullable String resolve(String name) {
    if (NAMES.contains(name) || hasPath(name)) {
      return name;
    }
    return suggestion(name) == null ? ATTRIBUTES + "." + name : null;
  }

  private static boolean hasPath(String name) {
    int dot = name.indexOf('.') + 1;
    return dot > 0
        && dot < name.length()
        && !name.startsWith("scope.")
        && PREFIXES.contains(name.substring(0, dot - 1));
  }

  /** The field that is likely meant by a name that is not a field's; null if there is none. */
  static @Nullable String suggestion(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String synonym = SYNONYMS.get(lower);
    if (synonym != null) {
      return synonym;
    }
    for (String known : NAMES) {
      if (isNear(lower, known)) {
        return known;
      }
    }
    int dot = lower.indexOf('.');
    String first = dot < 0 ? lower : lower.substring(0, dot);
    String rest = dot < 0 || dot + 1 == name.length() ? "<key>" : name.substring(dot + 1);
    for (String prefix : PREFIXES) {
      if (isNear(first, prefix)) {
        return prefix + "." + (prefix.equals("scope") ? "name" : rest);
      }
    }
    return null;
  }

  /** Whether texts are equal but for one letter more, less or other, or two letters swapped. */
  static boolean isNear(String a, String b) {
    if (a.length() < b.length()) {
      return isNear(b, a);
    }
    int i = 0;
    while (i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (a.length() > b.length()) {
      return a.substring(i + 1).equals(b.substring(i));
    }
    return i == b.length() || a.substring(i + 1).equals(b.substring(i + 1)) || isSwapped(a, b, i);
  }

  private static boolean isSwapped(String a, String b, int at) {
    return at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && a.substring(at + 2).equals(b.substring(at + 2));
  }
}
