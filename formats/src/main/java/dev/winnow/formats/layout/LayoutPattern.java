package dev.winnow.formats.layout;

import dev.winnow.formats.time.TimeShape;
import dev.winnow.kernel.severity.NumberScale;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of text, and how to read a line by it.
 *
 * <p>In a pattern {@code {name}} is a field, a blank is any number of them, {@code (?...)} may be
 * missing, and all else stands for itself. What a field matches is known by its name:
 *
 * <ul>
 *   <li>{@code time}, or {@code time:SHAPE}: a timestamp, see {@link TimeShape};
 *   <li>{@code level}: any word that means a severity; {@code LEVEL}: one that cannot mean anything
 *       else; {@code level:SCALE}: a number on a scale; {@code letter}, {@code mark}, {@code
 *       priority}, {@code klog}: those of Android, Redis, syslog and klog;
 *   <li>{@code #name}: a number, with the name of an attribute; {@code duration:UNIT}: a number of
 *       {@code s}, {@code ms}, {@code us} or {@code ns}; {@code seconds}: one of seconds that has a
 *       fraction;
 *   <li>{@code data}: the structured data of RFC 5424; {@code pairs}: names and values up to the
 *       end; {@code last pairs}: those that the message ends in; {@code last duration:UNIT}: a
 *       number before that unit, if the message ends in one; {@code tag}: the mark of a line that
 *       is continued, in a container's log;
 *   <li>{@code METHOD}: a method of HTTP, and no other word; {@code peer}: the address of a client,
 *       perhaps with a port;
 *   <li>{@code message}: all that is left; {@code message>}: the same, but what follows reads
 *       fields in it; {@code line}: all that is left, and it has a layout of its own;
 *   <li>{@code uuid:NAME}: a UUID, the value of the attribute with that name; {@code class:NAME}:
 *       the name of a class, module or crate, likewise;
 *   <li>{@code fraction:NAME}: a number that has a fraction, likewise; {@code container}: a name
 *       that Docker Compose has given;
 *   <li>{@code ...}: all that is left, and no message;
 *   <li>{@code -}: text that nobody needs; {@code - time}: a timestamp that is not the record's;
 *   <li>any other name: text up to what follows, the value of the attribute with that name. It has
 *       no blanks, unless a closing bracket or brace, a quote or a bar follows.
 * </ul>
 */
final class LayoutPattern {
  /** A line that may belong to the record before is not taken for one that begins another. */
  private static final int JOINS_WEIGHT = 100;

  private static final String OPEN_OPTIONAL = "(?";

  /** What stands for the bracket that closes, as such a bracket may also stand for itself. */
  private static final String CLOSE_OPTIONAL = "?)";

  private final Layout layout;
  private final Use use;
  private final List<byte[]> programs;
  private final Part[] parts;
  private final int weight;

  private LayoutPattern(Layout layout, Use use, List<byte[]> programs, Part[] parts) {
    this.layout = layout;
    this.use = use;
    this.programs = programs;
    this.parts = parts;
    this.weight = weight(parts) + (use == Use.JOINS ? JOINS_WEIGHT : 0);
  }

  Layout layout() {
    return layout;
  }

  /**
   * How much of a line the pattern explains: the more, the less likely is it that a line fits it by
   * chance.
   */
  int weight() {
    return weight;
  }

  private static int weight(Part[] parts) {
    int sum = 0;
    for (Part part : parts) {
      sum += weight(part);
    }
    return sum;
  }

  private static int weight(Part part) {
    return switch (part) {
      case Part.Literal literal -> literal.weight();
      case Part.Klog klog -> 16;
      case Part.Timestamp time -> time.shape() == null ? 8 : 10;
      case Part.Level level -> level.unmistakable() ? 6 : 5;
      case Part.Sign sign -> 4;
      case Part.Priority priority -> 6;
      case Part.StructuredData data -> 3;
      case Part.Digits digits -> 3;
      case Part.ScaledLevel level -> 3;
      case Part.PartialTag tag -> 3;
      case Part.Text text -> 2;
      case Part.Optional optional -> weight(optional.parts()) / 4;
      case Part.Rest rest -> 0;
      case Part.RestOfHeader rest -> -JOINS_WEIGHT;
      case Uuid uuid -> 8;
      case QualifiedName qualified -> 2;
      case ContainerName container -> 3;
      case Part.MessageStart start -> 0;
      case Part.Enclosed enclosed -> 0;
      case Part.Pairs pairs -> 0;
      case LastPairs pairs -> 0;
      case LastDuration duration -> 0;
      case Peer peer -> 3;
      case RequestMethod method -> 4;
    };
  }

  /** Whether the rest of a line that fits is a line of another log. */
  boolean isEnvelope() {
    return parts[parts.length - 1] instanceof Part.Enclosed;
  }

  /** Whether a line of this layout may begin with this byte. */
  boolean mayBeginWith(byte b) {
    int i = 0;
    while (parts[i] instanceof Part.MessageStart
        || (parts[i] instanceof Part.Optional && !parts[i].mayBeginWith(b))) {
      i++;
    }
    return parts[i].mayBeginWith(b);
  }

  /** Whether it may be in what the service whose name stands in a line writes. */
  boolean isOf(LineScan line, Span service) {
    for (int i = 0; i < programs.size(); i++) {
      byte[] program = programs.get(i);
      int from = line.base + service.start();
      int end = from + program.length;
      boolean isLong = service.length() > program.length;
      boolean fits = service.length() == program.length || (isLong && isJoint(line.in[end]));
      if (fits && line.in[from] == program[0] && line.startsWith(program, from)) {
        return true;
      }
    }
    return programs.isEmpty() || (service.isEmpty() && isOfNone());
  }

  private boolean isOfNone() {
    for (int i = 0; i < programs.size(); i++) {
      if (programs.get(i).length == 1 && programs.get(i)[0] == '-') {
        return true;
      }
    }
    return false;
  }

  private static boolean isJoint(byte b) {
    return b == '/' || b == '-';
  }

  /** Reads a line; false, and nothing is read, if the line does not have this layout. */
  boolean match(LineScan line) {
    int at = line.from;
    for (int i = 0; i < parts.length; i++) {
      at = parts[i].match(line, at);
      if (at == Part.FAILED) {
        if (i > 0) {
          line.clear();
        }
        return false;
      }
    }
    line.out.layout = layout;
    line.out.use = use;
    line.out.startsWithTime = layout.startsWithTime();
    return true;
  }

  /** Compiles a form of a layout; {@code names} tells what the names of pairs mean. */
  static LayoutPattern compile(LayoutFile file, LayoutFile.Form form, FieldNames names) {
    List<String> tokens = tokens(form.pattern());
    List<Part> parts = parts(tokens, 0, tokens.size(), names);
    boolean startsWithTime =
        form.pattern().contains("{time") || form.pattern().contains("{klog}") || file.hasBlocks();
    return new LayoutPattern(
        new Layout(file.id(), file.name(), Layout.Kind.FIELDS, startsWithTime),
        form.use(),
        List.of(ascii(file.programs())),
        parts.toArray(Part[]::new));
  }

  /** Cuts a pattern into fields, brackets of optional parts, and text. */
  private static List<String> tokens(String pattern) {
    List<String> tokens = new ArrayList<>();
    boolean optional = false;
    int at = 0;
    while (at < pattern.length()) {
      int end = at + 1;
      boolean closes = optional && pattern.charAt(at) == ')';
      if (pattern.charAt(at) == '{') {
        end = pattern.indexOf('}', at) + 1;
      } else if (pattern.startsWith(OPEN_OPTIONAL, at)) {
        optional = true;
        end = at + OPEN_OPTIONAL.length();
      } else if (closes) {
        optional = false;
      } else {
        while (end < pattern.length()
            && pattern.charAt(end) != '{'
            && !pattern.startsWith(OPEN_OPTIONAL, end)
            && !(optional && pattern.charAt(end) == ')')) {
          end++;
        }
      }
      tokens.add(closes ? CLOSE_OPTIONAL : pattern.substring(at, end));
      at = end;
    }
    return tokens;
  }

  private static List<Part> parts(List<String> tokens, int from, int to, FieldNames names) {
    List<Part> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String token = tokens.get(i);
      if (token.equals(OPEN_OPTIONAL)) {
        int end = tokens.subList(i, to).indexOf(CLOSE_OPTIONAL) + i;
        parts.add(new Part.Optional(parts(tokens, i + 1, end, names).toArray(Part[]::new)));
        i = end;
      } else if (token.startsWith("{")) {
        parts.add(field(token.substring(1, token.length() - 1), stops(tokens, i + 1), names));
      } else {
        parts.add(new Part.Literal(ascii(token)));
      }
    }
    return parts;
  }

  private static Part field(String field, List<String> stops, FieldNames names) {
    int colon = field.indexOf(':');
    String name = colon < 0 ? field : field.substring(0, colon);
    String detail = colon < 0 ? "" : field.substring(colon + 1);
    return switch (name) {
      case "time" -> new Part.Timestamp(detail.isEmpty() ? null : TimeShape.valueOf(detail), true);
      case "- time" -> new Part.Timestamp(null, false);
      case "level" ->
          detail.isEmpty()
              ? new Part.Level(false)
              : new Part.ScaledLevel(NumberScale.valueOf(detail));
      case "LEVEL" -> new Part.Level(true);
      case "letter" ->
          new Part.Sign(
              "VDIWEFCN",
              List.of("trace", "debug", "info", "warn", "error", "fatal", "critical", "notice"));
      case "mark" -> new Part.Sign(".-*#", List.of("debug", "info", "notice", "warn"));
      case "priority" -> new Part.Priority();
      case "klog" -> new Part.Klog();
      case "data" -> new Part.StructuredData();
      case "pairs" -> new Part.Pairs(names);
      case "last pairs" -> new LastPairs(names);
      case "last duration" -> new LastDuration(ascii(detail), Meaning.parse("duration " + detail));
      case "peer" -> new Peer();
      case "METHOD" -> new RequestMethod();
      case "tag" -> new Part.PartialTag();
      case "message" -> new Part.Rest();
      case "..." -> new Part.RestOfHeader();
      case "fraction" -> new Part.Digits(new Part.Capture(detail, Meaning.parse(detail)), true);
      case "container" -> new ContainerName(new Part.Capture("container.name", Meaning.NOTHING));
      case "class" -> new QualifiedName(new Part.Capture(detail, Meaning.parse(detail)));
      case "uuid" -> new Uuid(new Part.Capture(detail, Meaning.parse(detail)));
      case "message>" -> new Part.MessageStart();
      case "line" -> new Part.Enclosed();
      case "duration" ->
          detail.isEmpty()
              ? text(name, Meaning.parse(name), stops)
              : new Part.Digits(duration(detail), false);
      case "seconds" -> new Part.Digits(duration("s"), true);
      case "-" -> text("", Meaning.NOTHING, stops);
      default -> named(name, stops);
    };
  }

  private static Part.Capture duration(String unit) {
    return new Part.Capture(Field.DURATION.attribute(), Meaning.parse("duration " + unit));
  }

  private static Part named(String name, List<String> stops) {
    boolean isNumber = name.startsWith("#");
    String attribute = isNumber ? name.substring(1) : name;
    Meaning meaning = Meaning.parse(attribute);
    return isNumber
        ? new Part.Digits(new Part.Capture(attribute, meaning), false)
        : text(attribute, meaning, stops);
  }

  private static Part text(String name, Meaning meaning, List<String> stops) {
    boolean mayHoldBlanks = !stops.isEmpty();
    for (String stop : stops) {
      mayHoldBlanks &= "])}\"|".indexOf(stop.charAt(0)) >= 0;
    }
    boolean isQuoted = !stops.isEmpty() && stops.get(0).charAt(0) == '"';
    return new Part.Text(
        new Part.Capture(name, meaning),
        ascii(stops),
        mayHoldBlanks,
        isQuoted,
        isQuoted || meaning.field() == Field.PATH || name.startsWith("url."));
  }

  /** The texts that may follow a field: what an optional part begins with, and what comes after. */
  private static List<String> stops(List<String> tokens, int from) {
    List<String> stops = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals(OPEN_OPTIONAL)) {
        stops.add(upToBlank(tokens.get(i + 1)));
        i = tokens.subList(i, tokens.size()).indexOf(CLOSE_OPTIONAL) + i;
      } else if (!token.startsWith("{") && !token.equals(CLOSE_OPTIONAL)) {
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

  private static byte[][] ascii(List<String> texts) {
    byte[][] bytes = new byte[texts.size()][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = ascii(texts.get(i));
    }
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
