package dev.winnow.server.live;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The tails of one tenant, most of which watch a service. They are kept by its name, so that a
 * record is shown to those only that may want it. For one thread at a time.
 */
final class Tails {
  private static final Field SERVICE = Field.of("service");

  private final Set<Tail> all = new HashSet<>();
  private final Map<String, List<Tail>> byService = new HashMap<>();
  private final List<Tail> ofAnyService = new ArrayList<>();

  void add(Tail tail) {
    all.add(tail);
    Set<String> services = services(tail.filter().where());
    if (services.isEmpty()) {
      ofAnyService.add(tail);
    }
    services.forEach(name -> byService.computeIfAbsent(name, _ -> new ArrayList<>()).add(tail));
  }

  void remove(Tail tail) {
    all.remove(tail);
    ofAnyService.remove(tail);
    for (String name : services(tail.filter().where())) {
      byService.computeIfPresent(
          name, (_, tails) -> tails.remove(tail) && tails.isEmpty() ? null : tails);
    }
  }

  /** Calls {@code action} with each tail. */
  void forEach(Consumer<Tail> action) {
    all.forEach(action);
  }

  /** Calls {@code action} with each tail that wants a record. */
  void forEachWanting(Candidate candidate, Consumer<Tail> action) {
    forEachWanting(byService.getOrDefault(candidate.service(), List.of()), candidate, action);
    forEachWanting(ofAnyService, candidate, action);
  }

  private static void forEachWanting(List<Tail> some, Candidate candidate, Consumer<Tail> action) {
    for (Tail tail : some) {
      if (tail.filter().matches(candidate)) {
        action.accept(tail);
      }
    }
  }

  /** The services of which a record must be to meet a predicate; none if any will do. */
  private static Set<String> services(Predicate predicate) {
    return switch (predicate) {
      case Equals equals when equals.field().equals(SERVICE) -> names(List.of(equals.value()));
      case OneOf oneOf when oneOf.field().equals(SERVICE) -> names(oneOf.values());
      case Or or -> ofEach(or.of());
      case And and ->
          and.of().stream()
              .map(Tails::services)
              .filter(some -> !some.isEmpty())
              .findFirst()
              .orElse(Set.of());
      default -> Set.of();
    };
  }

  private static Set<String> ofEach(List<Predicate> parts) {
    Set<String> names = new HashSet<>();
    for (Predicate part : parts) {
      Set<String> some = services(part);
      if (some.isEmpty()) {
        return Set.of();
      }
      names.addAll(some);
    }
    return names;
  }

  private static Set<String> names(List<AnyValue> values) {
    Set<String> names = new HashSet<>();
    for (AnyValue value : values) {
      if (!(value instanceof AnyValue.StringValue name)) {
        return Set.of();
      }
      names.add(name.value());
    }
    return names;
  }
}
