package dev.winnow.cli.report;

/**
 * The beginning of a message or template that a person reads first. In a structured one that is the
 * text that the program logged, wherever it stands; the other members follow.
 */
final class Headline {
  private static final String[] MESSAGE_KEYS = {
    "msg", "message", "@message", "MESSAGE", "short_message", "event", "text", "log", "body"
  };

  private Headline() {}

  static String of(String text) {
    boolean json = text.startsWith("{\"");
    for (String key : MESSAGE_KEYS) {
      String name = json ? "\"" + key + "\":\"" : key + "=\"";
      int at = text.indexOf(name);
      if (at == 0 || (at > 0 && isMemberStart(text.charAt(at - 1)))) {
        return withMessageFirst(text, at, at + name.length(), json);
      }
    }
    return text;
  }

  private static boolean isMemberStart(char before) {
    return before == '{' || before == ',' || before == ' ';
  }

  private static String withMessageFirst(String text, int member, int from, boolean json) {
    int to = quoteEnd(text, from);
    String message = text.substring(from, to).replace("\\\"", "\"");
    int after = Math.min(to + 1, text.length());
    boolean separated = after < text.length() && text.charAt(after) == (json ? ',' : ' ');
    String rest = text.substring(0, member) + text.substring(separated ? after + 1 : after);
    return message.isEmpty() ? text : message + "  " + rest.replace(",}", "}");
  }

  private static int quoteEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }
}
