package dev.winnow.formats.layout;

import java.nio.charset.StandardCharsets;

/** A method of HTTP, where other words may stand as well. */
record RequestMethod() implements Part {
  private static final byte[][] METHODS = {
    ascii("GET"),
    ascii("POST"),
    ascii("PUT"),
    ascii("DELETE"),
    ascii("HEAD"),
    ascii("PATCH"),
    ascii("OPTIONS"),
    ascii("CONNECT"),
    ascii("TRACE")
  };

  @Override
  public int match(LineScan line, int at) {
    for (byte[] method : METHODS) {
      int end = at + method.length;
      boolean found = at < line.to && line.in[at] == method[0] && line.startsWith(method, at);
      if (found && (end == line.to || !LineScan.isWord(line.in[end]))) {
        line.list(Field.METHOD.attribute(), at, end);
        line.keep(Field.METHOD, at, end);
        return end;
      }
    }
    return FAILED;
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return "CDGHOPT".indexOf(b) >= 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
