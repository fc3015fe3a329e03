package dev.winnow.generator.shop;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a service can be asked to do.
 *
 * @param millis its own time, without that of others, at the median
 * @param route by which the world asks for it
 * @param troubles what may be said in place of a step
 * @param closing said at the end of one that succeeds
 * @param failing the same statement, as it is said at the end of one that fails
 */
public record Operation(
    String name,
    int millis,
    @Nullable Route route,
    List<Step> steps,
    List<Statement> troubles,
    @Nullable Statement closing,
    @Nullable Statement failing) {
  public Operation {
    steps = List.copyOf(steps);
    troubles = List.copyOf(troubles);
  }

  /** A way into the shop. */
  public record Route(int weight, String method, String path) {}

  void forEachStatement(Consumer<Statement> action) {
    for (Step step : steps) {
      if (step instanceof Step.Say say) {
        action.accept(say.statement());
      } else if (step instanceof Step.Call call && call.otherwise() != null) {
        action.accept(call.otherwise());
      }
    }
    troubles.forEach(action);
    if (closing != null) {
      action.accept(closing);
    }
  }
}
