package dev.winnow.cli.reference;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/**
 * Text for the man macros of troff. Whatever it is given appears on the page as it is: no character
 * of it is taken for a request, an escape, or a typographic sign.
 */
final class Roff {
  private final StringBuilder out = new StringBuilder();

  /** Writes a macro with its arguments. */
  Roff macro(String name, String... arguments) {
    out.append('.').append(name);
    for (String argument : arguments) {
      out.append(" \"").append(escaped(argument)).append('"');
    }
    out.append('\n');
    return this;
  }

  /** Writes a line of running text. */
  Roff text(String text) {
    out.append(line(text)).append('\n');
    return this;
  }

  /** Writes lines that are not filled. */
  Roff literal(Stream<String> lines) {
    out.append(lines.map(Roff::line).collect(joining("\n", ".nf\n", "\n.fi\n")));
    return this;
  }

  /** An escaped line; a dot at its beginning would make it a request. */
  private static String line(String text) {
    return (text.startsWith(".") ? "\\&" : "") + escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\' -> escaped.append("\\(rs");
            case '-' -> escaped.append("\\-");
            case '\'' -> escaped.append("\\(aq");
            case '"' -> escaped.append("\\(dq");
            case '`' -> escaped.append("\\(ga");
            case '^' -> escaped.append("\\(ha");
            case '~' -> escaped.append("\\(ti");
            default -> {
              if (c < 0x80) {
                escaped.append((char) c);
              } else {
                escaped.append("\\[u%04X]".formatted(c));
              }
            }
          }
        });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
