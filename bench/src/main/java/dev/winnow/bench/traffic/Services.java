package dev.winnow.bench.traffic;

import dev.winnow.bench.traffic.Statement.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The services and their statements, read from {@code statements.txt}. */
final class Services {
  private static final int INSTANCES = 44;
  private static final long SEED = 3;

  private final List<Service> services = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Statement> statements = new ArrayList<>();

  private Services() {}

  static Services read() {
    Services reader = new Services();
    source().lines().forEach(reader::line);
    reader.startInstances();
    return reader;
  }

  List<Service> services() {
    return services;
  }

  List<Statement> statements() {
    return statements;
  }

  private static String source() {
    try (InputStream in = Services.class.getResourceAsStream("statements.txt")) {
      if (in == null) {
        throw new IllegalStateException("statements.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void line(String line) {
    if (line.startsWith("[")) {
      String[] words = line.substring(1, line.length() - 1).split(" ", -1);
      services.add(new Service(words[0], words[1], words[2], new ArrayList<>()));
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      statements.add(statement(services.getLast(), line));
    }
  }

  private Statement statement(Service service, String line) {
    int bar = line.indexOf(" | ");
    String[] words = line.substring(0, bar).split(" ", -1);
    String body = line.substring(bar + 3);
    Failure failure = failure(body);
    return new Statement(
        statements.size(),
        service,
        severityText(service, words[0]),
        severityNumber(words[0]),
        words[1],
        words[2],
        failure,
        TextPattern.parse(body.substring(failure.mark().length())));
  }

  private static Failure failure(String body) {
    return Stream.of(Failure.IN_BODY, Failure.IN_ATTRIBUTES, Failure.NONE)
        .filter(failure -> body.startsWith(failure.mark()))
        .findFirst()
        .orElseThrow();
  }

  private static String severityText(Service service, String severity) {
    boolean isLowerCase = service.language().equals("go") || service.language().equals("node");
    String text = severity.equals("-") ? "" : severity;
    return isLowerCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static int severityNumber(String severity) {
    return switch (severity) {
      case "-" -> 0;
      case "DEBUG" -> 5;
      case "INFO" -> 9;
      case "WARN", "WARNING" -> 13;
      case "ERROR" -> 17;
      case "FATAL", "CRITICAL" -> 21;
      default -> throw new IllegalStateException("no severity: " + severity);
    };
  }

  private void startInstances() {
    for (int i = 0; i < INSTANCES; i++) {
      Service service = services.get(i % services.size());
      service.instances().add(resource(service));
    }
  }

  private Map<String, String> resource(Service service) {
    String pod =
        "%s-%08x-%05x".formatted(service.name(), random.nextInt(), random.nextInt(1 << 20));
    Map<String, String> resource = new LinkedHashMap<>();
    resource.put("service.name", service.name());
    resource.put("service.namespace", "shop");
    resource.put("service.version", "%d.%d".formatted(random.nextInt(2, 9), random.nextInt(40)));
    resource.put("service.instance.id", service.name() + "-" + service.instances().size());
    resource.put("deployment.environment.name", "prod");
    resource.put("cloud.region", "eu-1");
    resource.put("host.name", "node-%02d".formatted(random.nextInt(20)));
    resource.put("k8s.pod.name", pod);
    return resource;
  }
}
