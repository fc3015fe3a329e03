package dev.winnow.server.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Predicate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A query in both of its forms.
 *
 * @param query its canonical readable form; empty if all records meet it
 * @param predicate its canonical JSON form
 * @param conditions all that a record must meet, each for itself
 */
@Schema(name = "Query")
public record QueryAnswer(
    String query,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String predicate,
    List<Condition> conditions) {
  /** One of the conditions that a record must meet. */
  @Schema(name = "QueryCondition")
  public record Condition(
      String query, @JsonRawValue @Schema(type = SchemaType.OBJECT) String predicate) {
    private static Condition of(Predicate condition) {
      return new Condition(PredicateText.write(condition), condition.toJson());
    }
  }

  static QueryAnswer of(Predicate predicate) {
    List<Predicate> conditions = predicate instanceof And and ? and.of() : List.of(predicate);
    return new QueryAnswer(
        conditions.isEmpty() ? "" : PredicateText.write(predicate),
        predicate.toJson(),
        conditions.stream().map(Condition::of).toList());
  }
}
