package dev.winnow.bench.traffic;

import java.util.SplittableRandom;

/** The stack traces of statements: each statement has one, in the manner of its language. */
final class StackTraces {
  private static final String[] LAYERS = {
    "Store", "Session", "Client", "Codec", "Handler", "Filter", "Chain", "Dispatcher", "Worker"
  };
  private static final String[] VERBS = {"read", "apply", "invoke", "doFilter", "handle", "run"};
  private static final int LEAST_FRAMES = 8;
  private static final int MOST_FRAMES = 22;

  private StackTraces() {}

  static String type(Statement statement) {
    Service service = statement.service();
    String name =
        switch (statement.id() % 4) {
          case 0 -> "Timeout";
          case 1 -> "IllegalState";
          case 2 -> "Connection";
          default -> "Validation";
        };
    return switch (service.language()) {
      case "java" -> service.namespace() + "." + name + "Exception";
      case "python" -> service.namespace() + ".errors." + name + "Error";
      default -> name + "Error";
    };
  }

  static String message(Statement statement) {
    return switch (statement.id() % 3) {
      case 0 -> "no answer before the deadline";
      case 1 -> "connection closed by the other side";
      default -> "unexpected state";
    };
  }

  static String trace(Statement statement) {
    Service service = statement.service();
    SplittableRandom random = new SplittableRandom(statement.id());
    int frames = random.nextInt(LEAST_FRAMES, MOST_FRAMES);
    StringBuilder trace = new StringBuilder();
    boolean isPython = service.language().equals("python");
    String headline = type(statement) + ": " + message(statement);
    trace.append(isPython ? "Traceback (most recent call last):" : headline);
    for (int i = 0; i < frames; i++) {
      String layer = LAYERS[random.nextInt(LAYERS.length)];
      String verb = VERBS[random.nextInt(VERBS.length)];
      trace.append('\n').append(frame(service, layer, verb, random.nextInt(20, 900)));
    }
    return isPython ? trace.append('\n').append(headline).toString() : trace.toString();
  }

  private static String frame(Service service, String layer, String verb, int line) {
    String space = service.namespace();
    return switch (service.language()) {
      case "java" -> "\tat %s.%s.%s(%s.java:%d)".formatted(space, layer, verb, layer, line);
      case "python" ->
          "  File \"/srv/%s/%s.py\", line %d, in %s".formatted(space, layer, line, verb);
      case "node" ->
          "    at %s.%s (/srv/%s/lib/%s.js:%d:7)".formatted(layer, verb, space, layer, line);
      default ->
          "%s.(*%s).%s\n\t/src/%s/%s.go:%d +0x1d".formatted(space, layer, verb, space, layer, line);
    };
  }
}
