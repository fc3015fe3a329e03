package dev.winnow.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shows the output.
 *
 * @param columns the width to print in
 * @param colours whether results may be coloured
 * @param unicode whether more than ASCII may be drawn
 * @param progress whether somebody watches standard error
 * @param window where standard output can be drawn over; null if nowhere
 */
public record Terminal(
    int columns, boolean colours, boolean unicode, boolean progress, @Nullable Window window) {
  /** What a file or a pipe gets, which nobody watches. */
  public static final Terminal NONE = new Terminal(100, false, true, false);

  private static final int MIN_COLUMNS = 72;
  private static final int MAX_COLUMNS = 160;

  /** A terminal whose output stays as it was written. */
  public Terminal(int columns, boolean colours, boolean unicode, boolean progress) {
    this(columns, colours, unicode, progress, null);
  }

  /** The terminal of this process, if it has one. */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    boolean shown = isTerminal(1);
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean plain = dumb || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        columns(environment, shown),
        shown && !plain,
        isUnicode(environment),
        isTerminal(2),
        shown && !dumb ? Window.ofProcess(environment) : null);
  }

  /** This terminal with the size that its window has now. */
  public Terminal resized() {
    return window == null
        ? this
        : new Terminal(clamp(window.size().columns()), colours, unicode, progress, window);
  }

  /** This terminal without colours. */
  public Terminal withoutColours() {
    return new Terminal(columns, false, unicode, progress, window);
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
    return columns == 0 ? NONE.columns : clamp(columns);
  }

  private static int clamp(int columns) {
    return Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
  }

  private static int askTerminal() {
    Window.Size size = Window.ask();
    return size == null ? 0 : size.columns();
  }

  /** The number that a text is; 0 if it is none. */
  static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 6;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : 0;
  }
}
