package dev.winnow.generator.shop;

import dev.winnow.generator.shop.Operation.Route;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file of one service, as {@code README.txt} beside it describes. */
final class ServiceReader {
  private static final String PAIR_SEPARATOR = "=";

  private final String name;
  private final ShopDraft shop;
  private final Map<String, String> header = new HashMap<>();
  private final Map<SeverityNumber, String> levels = new HashMap<>();
  private final Map<String, Thrown> exceptions;
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final List<Statement> background = new ArrayList<>();
  private final List<Statement> startup = new ArrayList<>();
  private final Map<String, Statement> scripted = new LinkedHashMap<>();
  private String section = "";
  private String subject = "";
  private OperationDraft operation = new OperationDraft("", 0);

  private ServiceReader(String name, ShopDraft shop, Map<String, Thrown> exceptions) {
    this.name = name;
    this.shop = shop;
    this.exceptions = exceptions;
  }

  /**
   * Reads a service.
   *
   * @param shop what is known of the services that it may call
   */
  static Service read(String name, List<String> lines, ShopDraft shop) {
    ServiceReader reader = new ServiceReader(name, shop, exceptions(lines, shop));
    lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(reader::line);
    reader.finishOperation();
    return reader.service();
  }

  /** Exceptions stand at the end of a file, but statements above name them. */
  private static Map<String, Thrown> exceptions(List<String> lines, ShopDraft shop) {
    Map<String, Thrown> exceptions = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("exception ")) {
        String[] words = line.split(" ", 3);
        int end = i + 1;
        while (end < lines.size() && lines.get(end).startsWith("  ")) {
          end++;
        }
        String printed =
            String.join("\n", lines.subList(i + 1, end).stream().map(l -> l.substring(2)).toList());
        String[] said = words[2].split(": ", 2);
        exceptions.put(words[1], new Thrown(said[0], said[1], shop.pattern(printed)));
      }
    }
    return exceptions;
  }

  private void line(String line) {
    if (!line.startsWith("  ")) {
      top(line);
    } else if (!section.equals("exception")) {
      inner(line.strip());
    }
  }

  private void top(String line) {
    finishOperation();
    String[] words = line.split(" ", 2);
    section = words[0];
    subject = words.length > 1 ? words[1] : "";
    switch (section) {
      case "operation" -> {
        String[] parts = subject.split(" ", 2);
        operation = new OperationDraft(parts[0], Integer.parseInt(parts[1]));
      }
      case "levels" -> readLevels(subject);
      case "language", "namespace", "version", "instances", "thread", "line" ->
          header.put(section, subject);
      case "background", "startup", "incident", "exception" -> {}
      default -> throw new IllegalArgumentException(name + ": " + line);
    }
  }

  private void readLevels(String pairs) {
    for (String pair : pairs.split(" ", -1)) {
      String[] parts = pair.split(PAIR_SEPARATOR, 2);
      levels.put(SeverityNumber.valueOf(parts[0]), parts[1]);
    }
  }

  private void inner(String line) {
    switch (section) {
      case "operation" -> step(line);
      case "background" -> background.add(statement(line));
      case "startup" -> startup.add(statement(line));
      case "incident" -> scripted.put(subject, statement(line));
      default -> throw new IllegalArgumentException(name + ": " + line);
    }
  }

  private void step(String line) {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "route" -> operation.route(route(words[1]));
      case "call" -> operation.call(shop.operation(words[1]));
      case "else" -> operation.otherwise(statement(words[1]));
      case "finally" -> close(statement(words[1]));
      default -> operation.say(statement(line), chance(line));
    }
  }

  private void close(Statement closing) {
    operation.close(closing, closing.as(SeverityNumber.ERROR, spelling(SeverityNumber.ERROR)));
  }

  private String spelling(SeverityNumber severity) {
    return severity == SeverityNumber.UNSPECIFIED
        ? ""
        : levels.getOrDefault(severity, severity.name());
  }

  private static Route route(String source) {
    String[] words = source.split(" ", 3);
    return new Route(Integer.parseInt(words[0]), words[1], words[2]);
  }

  private static double chance(String line) {
    String word = line.split(" ", 3)[1];
    return word.endsWith("%") ? Integer.parseInt(word.replace("%", "")) / 100.0 : 1;
  }

  private Statement statement(String line) {
    int bar = line.indexOf(" | ");
    String[] words = line.substring(0, bar).replaceAll(" [0-9]+%", "").split(" ", -1);
    String mark = words.length > 2 ? words[2] : "";
    SeverityNumber severity =
        words[0].equals("-") ? SeverityNumber.UNSPECIFIED : SeverityNumber.valueOf(words[0]);
    String place = header.get("namespace") + "." + words[1];
    return shop.statement(
        severity,
        spelling(severity),
        place,
        line.substring(bar + 3),
        thrown(mark),
        mark.startsWith("++"));
  }

  private @Nullable Thrown thrown(String mark) {
    if (mark.isEmpty()) {
      return null;
    }
    Thrown thrown = exceptions.get(mark.replace("+", ""));
    if (thrown == null) {
      throw new IllegalArgumentException(name + " throws no " + mark);
    }
    return thrown;
  }

  private void finishOperation() {
    if (section.equals("operation")) {
      operations.put(operation.name(), operation.finish());
    }
  }

  private Service service() {
    String line = header.get("line");
    return new Service(
        name,
        required("language"),
        required("version"),
        Integer.parseInt(required("instances")),
        shop.pattern(required("thread")),
        line == null ? null : shop.pattern(line),
        operations,
        background,
        startup,
        scripted);
  }

  private String required(String key) {
    String value = header.get(key);
    if (value == null) {
      throw new IllegalArgumentException(name + " has no " + key);
    }
    return value;
  }
}
