package dev.winnow.generator.shop;

import org.jspecify.annotations.Nullable;

/** What an operation does next. */
public sealed interface Step {
  /**
   * It logs.
   *
   * @param chance how often it does, from 0 to 1
   */
  record Say(Statement statement, double chance) implements Step {}

  /**
   * It asks another service, and waits.
   *
   * @param otherwise said if that fails
   */
  record Call(Service service, Operation operation, @Nullable Statement otherwise)
      implements Step {}
}
