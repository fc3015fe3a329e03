package dev.winnow.formats.layout;

/**
 * The address of a client, and its port if it is there: {@code 10.0.0.1:8080}, {@code ::1:8080},
 * {@code [::1]:8080}, {@code 10.0.0.1}.
 */
record Peer() implements Part {
  private static final int LEAST_COLONS_OF_IPV6 = 2;
  private static final int MAX_PORT_DIGITS = 5;

  @Override
  public int match(LineScan line, int at) {
    int limit = Math.min(line.to, at + MAX_FIELD_BYTES);
    int end = bracketEnd(line, at, limit);
    int colon = end;
    int colons = 0;
    while (end < limit && isPart(line.in[end])) {
      if (line.in[end] == ':') {
        colon = end;
        colons++;
      }
      end++;
    }
    boolean hasPort = colons > 0 && isPort(line, colon + 1, end);
    boolean isAddress = hasPort || colons == 0 || colons >= LEAST_COLONS_OF_IPV6;
    if (end == at || !isAddress) {
      return FAILED;
    }
    take(line, at, hasPort ? colon : end);
    if (hasPort) {
      line.list("client.port", colon + 1, end);
    }
    return end;
  }

  private static void take(LineScan line, int from, int to) {
    boolean bracketed = line.in[from] == '[' && line.in[to - 1] == ']' && hasColon(line, from, to);
    int start = bracketed ? from + 1 : from;
    int end = bracketed ? to - 1 : to;
    if (end - start > 1 || line.in[start] != '-') {
      line.list(Field.CLIENT.attribute(), start, end);
      line.keep(Field.CLIENT, start, end);
    }
  }

  /** Where brackets around an address end; {@code at} if there are none. */
  private static int bracketEnd(LineScan line, int at, int limit) {
    int end = at;
    if (end < limit && line.in[end] == '[') {
      do {
        end++;
      } while (end < limit && isPart(line.in[end]));
      return end < limit && line.in[end] == ']' ? end + 1 : at;
    }
    return at;
  }

  private static boolean hasColon(LineScan line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.in[i] == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean isPort(LineScan line, int from, int to) {
    boolean digits = to > from && to - from <= MAX_PORT_DIGITS;
    for (int i = from; digits && i < to; i++) {
      digits = line.in[i] >= '0' && line.in[i] <= '9';
    }
    return digits;
  }

  private static boolean isPart(byte b) {
    return LineScan.isWord(b) || ".:-_%".indexOf(b) >= 0;
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return isPart(b) || b == '[';
  }
}
