package dev.winnow.generator.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All services.
 *
 * @param services from front to back
 * @param statements by their ids
 * @param words lists of words by name
 */
public record Shop(
    List<Service> services, List<Statement> statements, Map<String, List<String>> words) {
  public Shop {
    services = List.copyOf(services);
    statements = List.copyOf(statements);
    words = Map.copyOf(words);
  }

  /** Reads the services' files. */
  public static Shop read() {
    Map<String, List<String>> words = readWords();
    ShopDraft draft = new ShopDraft(words);
    List<String> names = lines("services.txt");
    List<Service> services = new ArrayList<>();
    for (String name : names.reversed()) {
      Service service = ServiceReader.read(name, lines(name + ".service"), draft);
      draft.add(service);
      services.addFirst(service);
    }
    return new Shop(services, statements(services), words);
  }

  private static List<Statement> statements(List<Service> services) {
    Map<Integer, Statement> byId = new LinkedHashMap<>();
    services.forEach(each -> each.forEachStatement(said -> byId.put(said.id(), said)));
    return byId.keySet().stream().sorted().map(byId::get).toList();
  }

  private static Map<String, List<String>> readWords() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (String line : lines("words.txt")) {
      String[] parts = line.split(": ", 2);
      words.put(parts[0], Arrays.asList(parts[1].split(", ", -1)));
    }
    return words;
  }

  private static List<String> lines(String file) {
    try (InputStream in = Shop.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new IllegalStateException(file + " cannot be read", broken);
    }
  }

  /** The names of the services. */
  public List<String> names() {
    return services.stream().map(Service::name).toList();
  }

  /** A service by its name. */
  public Optional<Service> service(String name) {
    return services.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
