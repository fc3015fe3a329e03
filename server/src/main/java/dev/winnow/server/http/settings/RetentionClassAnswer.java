package dev.winnow.server.http.settings;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClasses;
import dev.winnow.storage.control.RetentionRule;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A retention class as the API tells of it, which it also understands. */
@Schema(
    name = "RetentionClass",
    requiredProperties = {"max_age", "position"})
record RetentionClassAnswer(
    @Schema(description = "The same as in the path.") String name,
    @Schema(description = "Classes are asked in this order, the lowest first; default is last.")
        int position,
    @Schema(description = "How old records may become: 90d, 12h, or ISO 8601 such as P90D.")
        String maxAge,
    @Schema(description = "How many bytes of the disk they may take; null for no limit.")
        @Nullable Long maxBytes,
    @Schema(description = "Records that meet any of these fall into the class.") List<Rule> rules) {
  /** A condition under which records fall into the class: both parts, if both are given. */
  @Schema(name = "RetentionRule")
  record Rule(
      @Nullable String tenantId,
      @Schema(description = "A condition in its readable form; it is also understood as JSON.")
          @Nullable String where) {
    static Rule of(RetentionRule rule) {
      Predicate where = rule.where();
      return new Rule(rule.tenantId(), where == null ? null : PredicateText.write(where));
    }
  }

  /** All classes in the order in which they are asked. */
  @Schema(name = "RetentionClassList")
  record Listing(List<RetentionClassAnswer> retentionClasses) {
    static Listing of(RetentionClasses classes) {
      return new Listing(classes.inOrder().stream().map(RetentionClassAnswer::of).toList());
    }
  }

  static RetentionClassAnswer of(RetentionClass retention) {
    return new RetentionClassAnswer(
        retention.name(),
        retention.position(),
        AgeText.of(retention.maxAge()),
        retention.maxBytes(),
        retention.rules().stream().map(Rule::of).toList());
  }
}
