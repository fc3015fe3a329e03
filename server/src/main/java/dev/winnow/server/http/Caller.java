package dev.winnow.server.http;

import dev.winnow.server.access.Principal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;

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
    return Objects.requireNonNull(current.getCurrent().get(AccessFilter.AUTHORIZATION));
  }
}
