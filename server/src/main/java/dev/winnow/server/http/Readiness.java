package dev.winnow.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the server does what it is asked, and why not.
 *
 * @param checks what it depends on
 * @param hasLosses tells whether anything of the accounts was lost since the start, which is for
 *     people to know, and keeps nothing from working
 */
public record Readiness(List<Check> checks, BooleanSupplier hasLosses) {
  /**
   * Something that the server depends on.
   *
   * @param name what it is called
   * @param isVital whether nothing is taken while it does not work; otherwise it is for people to
   *     know
   * @param reason asks it why it does not work; answers at once, with nothing while it works
   */
  public record Check(String name, boolean isVital, Supplier<Optional<String>> reason) {}

  /** Why the server is not ready; empty if it is. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (Check check : checks) {
      Optional<String> trouble = check.isVital() ? check.reason().get() : Optional.empty();
      trouble.ifPresent(reason -> reasons.add(check.name() + ": " + reason));
    }
    return reasons;
  }
}
