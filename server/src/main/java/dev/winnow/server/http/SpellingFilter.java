package dev.winnow.server.http;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that the framework would take for what they are not: with a parameter that their
 * resource does not know, which may be a typo, with several values where it takes one, or with a
 * slash at the end of the path.
 */
final class SpellingFilter {
  /** Of each resource, the names of its parameters, and whether they take several values. */
  private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
    Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
    if (!given.isEmpty()) {
      Map<String, Boolean> names =
          known.computeIfAbsent(resource.getResourceMethod(), SpellingFilter::parameters);
      new TreeMap<>(given).forEach((name, values) -> check(names, name, values.size()));
    }
  }

  @ServerRequestFilter
  void refuseSlashAtEnd(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (path.length() > 1 && path.endsWith("/")) {
      throw new WinnowException(ErrorCode.NOT_FOUND, "there is nothing at this path");
    }
  }

  /** Refuses a parameter that is not known, or is given more often than it may be. */
  static void check(Map<String, Boolean> names, String name, int values) {
    Boolean takesSeveral = names.get(name);
    if (takesSeveral == null) {
      throw refused(
          "the parameter '%s' is unknown; known are: %s"
              .formatted(name, names.isEmpty() ? "none" : String.join(", ", names.keySet())));
    }
    if (values > 1 && !takesSeveral) {
      throw refused("the parameter '%s' is given %d times".formatted(name, values));
    }
  }

  private static WinnowException refused(String detail) {
    return new WinnowException(ErrorCode.INVALID_PARAMETER, detail);
  }

  private static Map<String, Boolean> parameters(Method method) {
    Map<String, Boolean> parameters = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(parameters, field.getAnnotation(QueryParam.class), field.getType());
        }
      } else {
        add(parameters, parameter.getAnnotation(QueryParam.class), parameter.getType());
      }
    }
    return Collections.unmodifiableMap(parameters);
  }

  private static void add(
      Map<String, Boolean> parameters, @Nullable QueryParam annotation, Class<?> type) {
    if (annotation != null) {
      parameters.put(annotation.value(), List.class.isAssignableFrom(type));
    }
  }
}
