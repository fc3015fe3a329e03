package dev.winnow.server.http;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The place where resources, which Quarkus makes, find the parts, which the composition root makes.
 */
@Singleton
final class Handover {
  private static final AtomicReference<Parts> PARTS = new AtomicReference<>();

  /** Leaves the parts for the resources that are made next. */
  static void give(Parts parts) {
    PARTS.set(parts);
  }

  @Produces
  @Singleton
  Parts parts() {
    Parts parts = PARTS.get();
    if (parts == null) {
      throw new IllegalStateException("the parts must be given before Quarkus starts");
    }
    return parts;
  }
}
