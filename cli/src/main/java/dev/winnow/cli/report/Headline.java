package dev.winnow.cli.report;

/**
 * The beginning of a message or template that a person reads first. In a structured one that is the
 * text that the program logged, wherever it stands; the other members follow.
 *
 * @param rest the other members; empty if the text is a message only
 */
public record Headline(String message, String rest) {
  private static final String[] MESSAGE_KEYS = {
    "msg", "message", "@message", "MESSAGE", "short_message", "event", "text", "log", "body"
  };

  /** The message first, and behind it what else there is. */
  public static String of(String text) {
    Headline headline = split(text);
    return headline.message + (headline.rest.isEmpty() ? "" : "  " + headline.rest);
  }

  /** The message and the rest apart. */
  static Headline split(String text) {
    boolean json = text.startsWith("{\"");
    for (String key : MESSAGE_KEYS) {
      String name = json ? "\"" + key + "\":\"" : key + "=\"";
      int at = text.indexOf(name);
      if (at == 0 || (at > 0 && isMemberStart(text.charAt(at - 1)))) {
        return split(text, at, at + name.length(), json);
      }
    }
    return new Headline(text, "");
  }

  /** The headline of what a text says before it goes into details, such as the calls of a trace. */
  static Headline ofFirstLines(String text) {
    String record = text.strip();
    int first = record.indexOf('\n');
    int second = first < 0 ? -1 : record.indexOf('\n', first + 1);
    boolean isDetail = first >= 0 && Character.isWhitespace(record.charAt(first + 1));
    int end = isDetail ? first : second;
    return split(end < 0 ? record : record.substring(0, end));
  }

  private static boolean isMemberStart(char before) {
    return before == '{' || before == ',' || before == ' ';
  }

  private static Headline split(String text, int member, int from, boolean json) {
    int to = quoteEnd(text, from);
    String message = text.substring(from, to).replace("\\\"", "\"");
    int after = Math.min(to + 1, text.length());
    boolean separated = after < text.length() && text.charAt(after) == (json ? ',' : ' ');
    String rest = text.substring(0, member) + text.substring(separated ? after + 1 : after);
    return message.isEmpty()
        ? new Headline(text, "")
        : new Headline(message, rest.replace(",}", "}"));
  }

  private static int quoteEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }
}
