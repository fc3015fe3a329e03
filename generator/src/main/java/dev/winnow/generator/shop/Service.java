package dev.winnow.generator.shop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of the services.
 *
 * @param operations by name
 * @param background what it says without being asked
 * @param startup what an instance says when it starts
 * @param scripted what is said in incidents only, by the kind of incident
 * @param line what it prints, if its records have no other form
 */
public record Service(
    String name,
    String language,
    String version,
    int instances,
    TextPattern thread,
    @Nullable TextPattern line,
    Map<String, Operation> operations,
    List<Statement> background,
    List<Statement> startup,
    Map<String, Statement> scripted) {
  public Service {
    operations = inOrder(operations);
    background = List.copyOf(background);
    startup = List.copyOf(startup);
    scripted = inOrder(scripted);
  }

  /**
   * A copy with an order, that of the original: traffic that is made by it is the same each time.
   */
  private static <V> Map<String, V> inOrder(Map<String, V> original) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(original));
  }

  void forEachStatement(Consumer<Statement> action) {
    operations.values().forEach(operation -> operation.forEachStatement(action));
    background.forEach(action);
    startup.forEach(action);
    scripted.values().forEach(action);
  }

  /** Whether an operation of this service asks another one. */
  public boolean calls(Service other) {
    return operations.values().stream()
        .flatMap(operation -> operation.steps().stream())
        .anyMatch(step -> step instanceof Step.Call call && call.service().equals(other));
  }

  /** Services are told apart by name, as there is one of each. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Service that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
