package dev.winnow.generator.shop;

import dev.winnow.kernel.record.SeverityNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop of which some services are read: those that the next one may call. */
final class ShopDraft {
  /** How far statements of a file lie apart, in lines. */
  private static final int LINE_STEP = 7;

  private final Map<String, List<String>> words;
  private final Map<String, Service> services = new HashMap<>();
  private int statements;

  ShopDraft(Map<String, List<String>> words) {
    this.words = words;
  }

  void add(Service service) {
    services.put(service.name(), service);
  }

  TextPattern pattern(String source) {
    return TextPattern.parse(source, words);
  }

  /** A statement with a number of its own. */
  Statement statement(
      SeverityNumber severity,
      String severityText,
      String function,
      String text,
      @Nullable Thrown thrown,
      boolean printsThrown) {
    int id = statements++;
    return new Statement(
        id,
        severity,
        severityText,
        function.substring(0, function.lastIndexOf('.')),
        function,
        20 + LINE_STEP * id,
        pattern(text),
        thrown,
        printsThrown);
  }

  /** A call of {@code service.operation}. */
  Step.Call operation(String name) {
    String[] parts = name.split("\\.", 2);
    Service service = services.get(parts[0]);
    Operation operation = service == null ? null : service.operations().get(parts[1]);
    if (service == null || operation == null) {
      throw new IllegalArgumentException("there is no " + name + " behind its caller");
    }
    return new Step.Call(service, operation, null);
  }
}
