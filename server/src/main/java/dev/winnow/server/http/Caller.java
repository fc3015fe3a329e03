package dev.winnow.server.http;

import dev.winnow.server.access.Principal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;

/** Tells resources who sends the request that they answer. */
@Singleton
public final class Caller {
  private final CurrentVertxRequest current;

  @Inject
  Caller(CurrentVertxRequest current) {
    this.current = current;
  }

  /** Whoever sends the request that this thread answers. */
  public Principal principal() {
    return Objects.requireNonNull(current.getCurrent().get(AccessFilter.PRINCIPAL));
  }

  /** The credential by which the principal is known. */
  String authorization() {
    Supplier<String> authorization = current.getCurrent().get(AccessFilter.AUTHORIZATION);
    return Objects.requireNonNull(authorization).get();
  }
}
