package dev.winnow.formats.layout;

/**
 * {@code name=value} any number of times at the end of the message, each behind a blank; a value
 * with blanks stands in quotes.
 */
record LastPairs(FieldNames names) implements Part {
  @Override
  public int match(LineScan line, int at) {
    int start = line.to;
    int token = at;
    while (token < line.to) {
      int end = pairEnd(line, token);
      boolean isPair = end != Part.FAILED && (end == line.to || line.in[end] == ' ');
      if (isPair) {
        start = Math.min(start, token);
      } else {
        start = line.to;
        end = wordEnd(line, token);
      }
      token = line.skipBlanks(end);
    }
    take(line, start);
    return line.to;
  }

  private void take(LineScan line, int start) {
    int token = start;
    while (token < line.to) {
      int equals = Part.Pairs.nameEnd(line, token);
      int end = pairEnd(line, token);
      boolean quoted = line.in[end - 1] == '"' && line.in[equals + 1] == '"';
      int from = quoted ? equals + 2 : equals + 1;
      int to = quoted ? end - 1 : end;
      line.list(token, equals, from, to);
      Meaning meaning = names.of(line.in, token, equals).meaning;
      if (meaning.kind() == Meaning.Kind.FIELD && meaning.field() != Field.BODY) {
        line.take(meaning, from, to);
      }
      token = line.skipBlanks(end);
    }
  }

  private static int pairEnd(LineScan line, int at) {
    int equals = Part.Pairs.nameEnd(line, at);
    if (equals == Part.FAILED) {
      return Part.FAILED;
    }
    boolean quoted = equals + 1 < line.to && line.in[equals + 1] == '"';
    return quoted ? quoteEnd(line, equals + 2) : wordEnd(line, equals);
  }

  private static int quoteEnd(LineScan line, int from) {
    for (int i = from; i < line.to; i++) {
      if (line.in[i] == '\\') {
        i++;
      } else if (line.in[i] == '"') {
        return i + 1;
      }
    }
    return Part.FAILED;
  }

  private static int wordEnd(LineScan line, int from) {
    int end = from;
    while (end < line.to && line.in[end] != ' ' && line.in[end] != '\t') {
      end++;
    }
    return end;
  }

  @Override
  public boolean mayBeginWith(byte b) {
    return true;
  }
}
