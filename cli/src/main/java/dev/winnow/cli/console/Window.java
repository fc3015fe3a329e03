package dev.winnow.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The window that shows standard output; its user may change its size at any time. */
@FunctionalInterface
public interface Window {
  /** How many characters fit in a window. */
  record Size(int columns, int rows) {}

  /** What a terminal has if it does not say. */
  Size USUAL = new Size(80, 24);

  /** The size that it has now. */
  Size size();

  /** The window of this process, which has a terminal. */
  static Window ofProcess(Map<String, String> environment) {
    return () -> {
      Size asked = ask();
      int columns = Terminal.number(environment.getOrDefault("COLUMNS", ""));
      int rows = Terminal.number(environment.getOrDefault("LINES", ""));
      Size known = asked == null ? USUAL : asked;
      return new Size(columns == 0 ? known.columns : columns, rows == 0 ? known.rows : rows);
    };
  }

  /** Asks the terminal; null if it does not tell. */
  static @Nullable Size ask() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      int blank = size.indexOf(' ');
      int rows = blank < 0 ? 0 : Terminal.number(size.substring(0, blank));
      int columns = blank < 0 ? 0 : Terminal.number(size.substring(blank + 1).strip());
      return rows == 0 || columns == 0 ? null : new Size(columns, rows);
    } catch (IOException unknown) {
      return null;
    }
  }
}
