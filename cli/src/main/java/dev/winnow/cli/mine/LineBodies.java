package dev.winnow.cli.mine;

import dev.winnow.formats.input.LineReader;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;

/**
 * The body that a line stands for: the line, with a line break wherever it has the two characters
 * {@code \n}. In a line that is one JSON object they are JSON's, and stay.
 */
final class LineBodies {
  private final JsonScanner json = new JsonScanner();
  private byte[] body = {};
  private int from;
  private int to;

  /** Takes the current line of a reader. */
  void read(LineReader line) {
    body = line.buffer();
    from = line.from();
    to = line.to();
    int escape = indexOfEscape(from);
    if (escape < to && !isJsonObject()) {
      unescape(escape);
    }
  }

  byte[] bytes() {
    return body;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  private int indexOfEscape(int start) {
    for (int i = start; i + 1 < to; i++) {
      if (body[i] == '\\' && body[i + 1] == 'n') {
        return i;
      }
    }
    return to;
  }

  private boolean isJsonObject() {
    if (body[from] != '{') {
      return false;
    }
    json.reset(body, from, to);
    json.next();
    json.skipContainer();
    return json.next() == JsonEvent.END;
  }

  /** Shortens the line in place; it is read once. */
  private void unescape(int first) {
    int out = first;
    for (int at = first; at < to; at++) {
      if (body[at] == '\\' && at + 1 < to && body[at + 1] == 'n') {
        body[out++] = '\n';
        at++;
      } else {
        body[out++] = body[at];
      }
    }
    to = out;
  }
}
