package dev.winnow.generator.shop;

import dev.winnow.generator.shop.Operation.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation of which some lines are read. */
final class OperationDraft {
  private final String name;
  private final int millis;
  private final List<Step> steps = new ArrayList<>();
  private final List<Statement> troubles = new ArrayList<>();
  private @Nullable Route route;
  private @Nullable Statement closing;
  private @Nullable Statement failing;

  OperationDraft(String name, int millis) {
    this.name = name;
    this.millis = millis;
  }

  String name() {
    return name;
  }

  void route(Route way) {
    route = way;
  }

  void say(Statement statement, double chance) {
    if (statement.isTrouble()) {
      troubles.add(statement);
    } else {
      steps.add(new Step.Say(statement, chance));
    }
  }

  void call(Step.Call call) {
    steps.add(call);
  }

  void otherwise(Statement statement) {
    Step.Call call = (Step.Call) steps.removeLast();
    steps.add(new Step.Call(call.service(), call.operation(), statement));
  }

  void close(Statement success, Statement failure) {
    closing = success;
    failing = failure;
  }

  Operation finish() {
    return new Operation(name, millis, route, steps, troubles, closing, failing);
  }
}
