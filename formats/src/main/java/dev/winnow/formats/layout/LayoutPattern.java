package dev.winnow.formats.layout;

import dev.winnow.formats.time.TimeShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A layout and how to read its lines.
 *
 * <p>In a pattern {@code {name}} is a field, a blank is any number of them, {@code (?...)} may be
 * missing, and all else stands for itself. What a field matches is known by its name:
 *
 * <ul>
 *   <li>{@code time}, or {@code time:SHAPE}: a timestamp, see {@link TimeShape};
 *   <li>{@code level}: any word that means a severity; {@code LEVEL}: one that cannot mean anything
 *       else; {@code letter}, {@code mark}, {@code priority}, {@code klog}: those of Android,
 *       Redis, syslog and klog;
 *   <li>{@code pid}: digits; {@code data}: the structured data of RFC 5424;
 *   <li>{@code message}: all that is left;
 *   <li>any other name: text up to what follows, without blanks unless a closing bracket follows.
 *       {@code host} and {@code service} are kept, the others only skipped.
 * </ul>
 */
final class LayoutPattern {
  private static final String OPEN_OPTIONAL = "(?";

  private final Layout layout;
  private final Part[] parts;

  private LayoutPattern(Layout layout, Part[] parts) {
    this.layout = layout;
    this.parts = parts;
  }

  Layout layout() {
    return layout;
  }

  /** Whether a line of this layout may begin with this byte. */
  boolean mayBeginWith(byte b) {
    int i = 0;
    while (parts[i] instanceof Part.Optional && !parts[i].mayBeginWith(b)) {
      i++;
    }
    return parts[i].mayBeginWith(b);
  }

  /** Reads a line; false, and nothing is read, if the line does not have this layout. */
  boolean match(LineScan line) {
    int at = line.from;
    for (int i = 0; i < parts.length; i++) {
      at = parts[i].match(line, at);
      if (at == Part.FAILED) {
        if (i > 0) {
          line.out.clear();
        }
        return false;
      }
    }
    line.out.layout = layout;
    return true;
  }

  /** Compiles a pattern. */
  static LayoutPattern compile(String name, String pattern) {
    List<String> tokens = tokens(pattern);
    List<Part> parts = parts(tokens, 0, tokens.size());
    boolean timed = tokens.stream().anyMatch(token -> token.startsWith("{time"));
    boolean startsWithTime = timed || tokens.contains("{klog}");
    return new LayoutPattern(
        new Layout(name, Layout.Kind.FIELDS, startsWithTime), parts.toArray(Part[]::new));
  }

  /** Cuts a pattern into fields, brackets of optional parts, and text. */
  private static List<String> tokens(String pattern) {
    List<String> tokens = new ArrayList<>();
    boolean optional = false;
    int at = 0;
    while (at < pattern.length()) {
      int end = at + 1;
      if (pattern.charAt(at) == '{') {
        end = pattern.indexOf('}', at) + 1;
      } else if (pattern.startsWith(OPEN_OPTIONAL, at)) {
        optional = true;
        end = at + OPEN_OPTIONAL.length();
      } else if (optional && pattern.charAt(at) == ')') {
        optional = false;
      } else {
        while (end < pattern.length()
            && pattern.charAt(end) != '{'
            && !pattern.startsWith(OPEN_OPTIONAL, end)
            && !(optional && pattern.charAt(end) == ')')) {
          end++;
        }
      }
      tokens.add(pattern.substring(at, end));
      at = end;
    }
    return tokens;
  }

  private static List<Part> parts(List<String> tokens, int from, int to) {
    List<Part> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String token = tokens.get(i);
      if (token.equals(OPEN_OPTIONAL)) {
        int end = tokens.subList(i, to).indexOf(")") + i;
        parts.add(new Part.Optional(parts(tokens, i + 1, end).toArray(Part[]::new)));
        i = end;
      } else if (token.startsWith("{")) {
        parts.add(field(token.substring(1, token.length() - 1), stops(tokens, i + 1)));
      } else {
        parts.add(new Part.Literal(ascii(token)));
      }
    }
    return parts;
  }

  private static Part field(String name, List<String> stops) {
    int colon = name.indexOf(':');
    return switch (colon < 0 ? name : name.substring(0, colon)) {
      case "time" ->
          new Part.Timestamp(colon < 0 ? null : TimeShape.valueOf(name.substring(colon + 1)));
      case "level" -> new Part.Level(false);
      case "LEVEL" -> new Part.Level(true);
      case "letter" ->
          new Part.Sign("VDIWEF", List.of("trace", "debug", "info", "warn", "error", "fatal"));
      case "mark" -> new Part.Sign(".-*#", List.of("debug", "info", "notice", "warn"));
      case "priority" -> new Part.Priority();
      case "klog" -> new Part.Klog();
      case "pid" -> new Part.Digits();
      case "data" -> new Part.StructuredData();
      case "message" -> new Part.Rest();
      default -> text(name, stops);
    };
  }

  private static Part text(String name, List<String> stops) {
    boolean mayHoldBlanks = stops.stream().allMatch(stop -> stop.startsWith("]"));
    return new Part.Text(
        kept(name), stops.stream().map(LayoutPattern::ascii).toArray(byte[][]::new), mayHoldBlanks);
  }

  private static @Nullable Field kept(String name) {
    for (Field field : Field.values()) {
      if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** The texts that may follow a field: what an optional part begins with, and what comes after. */
  private static List<String> stops(List<String> tokens, int from) {
    List<String> stops = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals(OPEN_OPTIONAL)) {
        stops.add(upToBlank(tokens.get(i + 1)));
        i = tokens.subList(i, tokens.size()).indexOf(")") + i;
      } else if (!token.startsWith("{")) {
        stops.add(upToBlank(token));
        return stops;
      }
    }
    return stops;
  }

  private static String upToBlank(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank + 1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
