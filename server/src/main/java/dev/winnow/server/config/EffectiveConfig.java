package dev.winnow.server.config;

import java.util.List;

/**
 * A configuration, with the text of every value and where it is from.
 *
 * @param config the values
 * @param entries one for each key
 */
public record EffectiveConfig(WinnowConfig config, List<Entry> entries) {
  private static final String HIDDEN = "<hidden>";

  /** A key's value as it was written, or {@code <hidden>}, and where it is from. */
  public record Entry(String key, String value, String origin) {
    static Entry of(Setting setting, String value, String origin) {
      boolean hidden = setting.secret() && !value.isEmpty();
      return new Entry(setting.key(), hidden ? HIDDEN : value, origin);
    }
  }

  /** All of it as a configuration file, in which comments say where values are from. */
  public String text() {
    int width = entries.stream().mapToInt(entry -> line(entry).length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(("%-" + width + "s  # %s%n").formatted(line(entry), entry.origin()));
    }
    return text.toString();
  }

  private static String line(Entry entry) {
    return entry.key() + ": '" + entry.value().replace("'", "''") + "'";
  }
}
