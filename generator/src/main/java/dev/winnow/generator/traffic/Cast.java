package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Service;
import dev.winnow.generator.shop.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which services are heard, and under which names; requests pass through the others unheard. */
public final class Cast {
  private static final int LONGEST_NAME = 100;

  private final Map<Service, String> names;

  private Cast(Map<Service, String> names) {
    this.names = names;
  }

  /** All services under their own names. */
  public static Cast everybody(Shop shop) {
    return of(shop.names(), shop);
  }

  /**
   * Some services. A name that no service has is given to the first of those that are left.
   *
   * @throws IllegalArgumentException if there are none, too many, or one of them is no name
   */
  public static Cast of(List<String> wished, Shop shop) {
    if (wished.isEmpty() || wished.size() > shop.services().size()) {
      throw new IllegalArgumentException(
          "there are 1 to %d services, not %d".formatted(shop.services().size(), wished.size()));
    }
    if (new HashSet<>(wished).size() < wished.size()) {
      throw new IllegalArgumentException("a service is named twice: " + String.join(",", wished));
    }
    Map<Service, String> names = new LinkedHashMap<>();
    List<String> strangers = new ArrayList<>();
    for (String name : wished) {
      checkName(name);
      Optional<Service> service = shop.service(name);
      service.ifPresentOrElse(known -> names.put(known, name), () -> strangers.add(name));
    }
    for (Service service : shop.services()) {
      if (!strangers.isEmpty() && !names.containsKey(service)) {
        names.put(service, strangers.removeFirst());
      }
    }
    return new Cast(names);
  }

  private static void checkName(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("'" + name + "' is no name of a service");
    }
  }

  /** Whether anything is heard of a service. */
  boolean isHeard(Service service) {
    return names.containsKey(service);
  }

  /** The name under which a service is heard, or would be. */
  String name(Service service) {
    return names.getOrDefault(service, service.name());
  }

  /** All names that are heard. */
  public List<String> names() {
    return List.copyOf(names.values());
  }
}
