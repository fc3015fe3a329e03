package dev.winnow.server.http;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests with a parameter that their resource does not know, which may be a typo. */
final class ParameterFilter {
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
    Set<String> unknown = new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
    if (!unknown.isEmpty()) {
      Set<String> names =
          known.computeIfAbsent(resource.getResourceMethod(), ParameterFilter::parameters);
      unknown.removeAll(names);
      if (!unknown.isEmpty()) {
        throw new WinnowException(
            ErrorCode.INVALID_PARAMETER,
            "the parameter '%s' is unknown; known are: %s"
                .formatted(
                    unknown.iterator().next(),
                    names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names))));
      }
    }
  }

  private static Set<String> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(parameter ->
            parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.<AnnotatedElement>stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter))
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(toUnmodifiableSet());
  }
}
