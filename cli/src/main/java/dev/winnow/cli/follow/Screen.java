package dev.winnow.cli.follow;

import dev.winnow.cli.console.Output;
import java.util.List;

/**
 * A second page of the terminal that is drawn over and over, while the first one, with what was
 * printed before, stays as it is (the alternate screen of xterm; ECMA-48 for the rest).
 */
final class Screen {
  private static final String ESCAPE = "\u001b[";
  private static final String OPEN = ESCAPE + "?1049h" + ESCAPE + "?25l" + ESCAPE + "?7l";
  private static final String CLOSE = ESCAPE + "?7h" + ESCAPE + "?25h" + ESCAPE + "?1049l";
  private static final String HOME = ESCAPE + "H";
  private static final String ERASE_LINE = ESCAPE + "K";

  private final Output out;
  private boolean isOpen;
  private String shown = "";

  Screen(Output out) {
    this.out = out;
  }

  /**
   * Draws lines that fit, in one piece and over what was there, so that nothing flickers. The
   * cursor waits in the first line, where what the user types does not scroll the page. A line is
   * erased before it is written: after it, the last column would be.
   */
  void draw(List<String> lines) {
    String page = ERASE_LINE + String.join("\r\n" + ERASE_LINE, lines);
    if (!page.equals(shown)) {
      out.text((isOpen ? "" : OPEN) + HOME + page + HOME);
      out.flush();
      isOpen = true;
      shown = page;
    }
  }

  /** Draws the next page even if it is the same, as the terminal may have changed the last one. */
  void forget() {
    shown = "";
  }

  void close() {
    if (isOpen) {
      out.text(CLOSE);
      out.flush();
      isOpen = false;
    }
  }
}
