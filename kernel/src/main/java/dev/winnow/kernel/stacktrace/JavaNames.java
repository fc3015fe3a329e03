package dev.winnow.kernel.stacktrace;

/**
 * Java names without what compilers and proxies add: {@code Cart$1.lambda$pay$0} is {@code
 * Cart.pay}.
 */
final class JavaNames {
  /*
   * Compilers of the Java platform join made-up names with `$`. So a name is a list of segments
   * between dollar signs: the first is kept, of the others those that hold no word of the source
   * go (numbers, `lambda`, `anonfun`), and a number at the end of a segment goes, as in `eval17`
   * or `lambda-0`. A class that one of the known proxy makers wrote has no source at all.
   */
  private static final String[] PROXIES = {
    "$$EnhancerBy",
    "$$FastClassBy",
    "$$SpringCGLIB$$",
    "$$Lambda",
    "_$$_",
    "$ByteBuddy$",
    "$HibernateProxy$",
    "$MockitoMock$",
    "LambdaForm$",
    "GeneratedMethodAccessor",
    "GeneratedConstructorAccessor",
    "_ClientProxy",
    "_Subclass"
  };

  /** A number follows. */
  private static final String JDK_PROXY = "$Proxy";

  private static final String[] MADE_UP = {
    "lambda", "anonfun", "anon", "adapted", "lzycompute", "default", "suspendImpl", "class", "sam"
  };

  boolean frame(byte[] in, FrameSpans frame, Signature out) {
    if (isMadeUp(in, frame)) {
      return false;
    }
    type(in, frame.moduleFrom, frame.moduleTo, out);
    out.add('.');
    int specialised = Line.find(in, "$mc", frame.functionFrom, frame.functionTo);
    segments(in, frame.functionFrom, specialised < 0 ? frame.functionTo : specialised, out);
    return true;
  }

  private static boolean isMadeUp(byte[] in, FrameSpans frame) {
    for (String proxy : PROXIES) {
      if (Line.find(in, proxy, frame.moduleFrom, frame.moduleTo) >= 0) {
        return true;
      }
    }
    int proxy = Line.find(in, JDK_PROXY, frame.moduleFrom, frame.moduleTo) + JDK_PROXY.length();
    return (proxy >= JDK_PROXY.length() && proxy < frame.moduleTo && Line.isDigit(in[proxy]))
        || Line.has(in, "access$", frame.functionFrom, frame.functionTo)
        || Line.has(in, "<generated>", frame.fileFrom, frame.fileTo);
  }

  void type(byte[] in, int from, int to, Signature out) {
    int end = from;
    while (end < to && in[end] != '/' && in[end] != '@') {
      end++;
    }
    segments(in, from, end, out);
  }

  private static void segments(byte[] in, int from, int to, Signature out) {
    boolean first = true;
    for (int at = from; at <= to; ) {
      int end = at;
      while (end < to && in[end] != '$') {
        end++;
      }
      int kept = at == from ? end : withoutNumber(in, at, end);
      if (kept > at && !isMadeUp(in, at, kept)) {
        if (!first) {
          out.add('$');
        }
        out.add(in, at, kept);
        first = false;
      }
      at = end + 1;
    }
  }

  private static int withoutNumber(byte[] in, int from, int to) {
    int end = to;
    while (end > from && Line.isDigit(in[end - 1])) {
      end--;
    }
    while (end < to && end > from && (in[end - 1] == '-' || in[end - 1] == '_')) {
      end--;
    }
    return end;
  }

  private static boolean isMadeUp(byte[] in, int from, int to) {
    for (String word : MADE_UP) {
      if (to - from == word.length() && Line.has(in, word, from, to)) {
        return true;
      }
    }
    return false;
  }
}
