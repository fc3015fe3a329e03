package dev.winnow.cli.console;

/** Colours, if the terminal may have them (ECMA-48 SGR). */
public final class Style {
  private static final String RESET = "\u001b[0m";

  private final boolean colours;

  public Style(Terminal terminal) {
    colours = terminal.colours();
  }

  public String heading(String text) {
    return paint("1", text);
  }

  public String faint(String text) {
    return paint("2", text);
  }

  public String bad(String text) {
    return paint("31", text);
  }

  public String doubtful(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
