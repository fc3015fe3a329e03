package dev.winnow.cli.quota;

import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Printable;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import java.util.List;
import java.util.Locale;

/** Quotas as the terminal shows them. */
final class QuotaTable {
  private QuotaTable() {}

  /** What is allowed. */
  static String ofLimits(Attributes answer) {
    StringBuilder table =
        new StringBuilder(limits("TENANT", "RECORDS", "BYTES", "WARN", "SERVICE"));
    for (AnyValue value : quotas(answer)) {
      Attributes quota = object(value);
      table.append(
          limits(
              Printable.of(quota.value("tenant_id").text()),
              count(quota.value("max_records")),
              count(quota.value("max_bytes")),
              quota.value("warn_percentage").text() + "%",
              service(quota)));
    }
    return table.toString();
  }

  private static String limits(Object... cells) {
    return String.format(Locale.ROOT, "%-16s  %15s  %19s  %5s  %s\n", cells);
  }

  /** What is used of it. */
  static String ofUsage(Attributes answer) {
    StringBuilder table =
        new StringBuilder(usage("RECORDS", "OF", "BYTES", "OF", "RESETS AT", "SERVICE"));
    for (AnyValue value : quotas(answer)) {
      Attributes quota = object(value);
      table.append(
          usage(
              count(quota.value("used_records")),
              count(quota.value("max_records")),
              count(quota.value("used_bytes")),
              count(quota.value("max_bytes")),
              Printable.of(quota.value("resets_at").text()),
              service(quota)));
    }
    return table.toString();
  }

  private static String usage(Object... cells) {
    return String.format(Locale.ROOT, "%15s  %15s  %19s  %19s  %-20s  %s\n", cells);
  }

  private static List<AnyValue> quotas(Attributes answer) {
    return answer.value("quotas") instanceof AnyValue.ArrayValue quotas
        ? quotas.values()
        : List.of();
  }

  private static Attributes object(AnyValue value) {
    return value instanceof AnyValue.KvListValue object ? object.entries() : Attributes.EMPTY;
  }

  private static String count(AnyValue value) {
    return value instanceof AnyValue.IntValue number ? Figures.count(number.value()) : "-";
  }

  private static String service(Attributes quota) {
    String name = quota.value("service").text();
    return name.isEmpty() ? "(all)" : Printable.of(name);
  }
}
