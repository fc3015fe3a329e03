package dev.winnow.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Knows which methods are understood at a path, as the description of the API tells. */
@Singleton
final class AllowedMethods {
  /** By template; one that names a segment comes before one that leaves it open. */
  private final SortedMap<String, Set<String>> methods = new TreeMap<>();

  @Inject
  AllowedMethods(OpenApiDocumentService description) {
    for (Map.Entry<String, JsonNode> path : paths(description).properties()) {
      Set<String> names = new TreeSet<>();
      path.getValue()
          .fieldNames()
          .forEachRemaining(name -> names.add(name.toUpperCase(Locale.ROOT)));
      if (names.contains("GET")) {
        names.add("HEAD");
      }
      methods.put(path.getKey(), names);
    }
  }

  private static JsonNode paths(OpenApiDocumentService description) {
    try {
      return new ObjectMapper().readTree(description.getDocument(Format.JSON)).path("paths");
    } catch (IOException noJson) {
      throw new IllegalStateException("the description of the API is no JSON", noJson);
    }
  }

  /** The methods that are understood at a path; none if there is nothing. */
  Set<String> at(String path) {
    List<String> segments = segments(path);
    return methods.entrySet().stream()
        .filter(known -> matches(segments(known.getKey()), segments))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Set.of());
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean matches(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      String segment = template.get(i);
      boolean isOpen = segment.startsWith("{") && !path.get(i).isEmpty();
      if (!isOpen && !segment.equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
