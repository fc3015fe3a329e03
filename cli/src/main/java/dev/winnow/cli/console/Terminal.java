package dev.winnow.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What shows the output.
 *
 * @param columns the width to print in
 * @param colours whether results may be coloured
 * @param unicode whether more than ASCII may be drawn
 * @param progress whether somebody watches standard error
 */
public record Terminal(int columns, boolean colours, boolean unicode, boolean progress) {
  /** What a file or a pipe gets, which nobody watches. */
  public static final Terminal NONE = new Terminal(100, false, true, false);

  private static final int MIN_COLUMNS = 72;
  private static final int MAX_COLUMNS = 160;

  /** The terminal of this process, if it has one. */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    boolean shown = isTerminal(1);
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        columns(environment, shown), shown && !plain, isUnicode(environment), isTerminal(2));
  }

  private static boolean isUnicode(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (!locale.isEmpty()) {
        return locale.contains("utf-8") || locale.contains("utf8");
      }
    }
    return false;
  }

  /** Whether a file descriptor is a terminal, which Java cannot tell of one stream alone. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.equals("/dev/console");
      }
      return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException unknown) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int columns(Map<String, String> environment, boolean shown) {
    int columns = number(environment.getOrDefault("COLUMNS", ""));
    if (columns == 0 && shown) {
      columns = askTerminal();
    }
    return columns == 0 ? NONE.columns : Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
  }

  private static int askTerminal() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return number(size.substring(size.indexOf(' ') + 1).strip());
    } catch (IOException unknown) {
      return 0;
    }
  }

  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 6;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : 0;
  }
}
