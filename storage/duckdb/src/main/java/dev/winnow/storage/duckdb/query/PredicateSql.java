package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.predicate.TimeRange;
import java.util.List;

/** Predicates as conditions that hold for exactly the records that they match. */
final class PredicateSql {
  private final Fields fields;

  PredicateSql(Fields fields) {
    this.fields = fields;
  }

  String of(Predicate predicate) {
    return switch (predicate) {
      case And and -> Conditions.all(of(and.of()));
      case Or or -> Conditions.any(of(or.of()));
      case Not not -> Conditions.not(of(not.of()));
      case Exists exists -> field(exists.field()).exists();
      case Equals equals -> field(equals.field()).isOneOf(List.of(equals.value()));
      case OneOf oneOf -> field(oneOf.field()).isOneOf(oneOf.values());
      case Contains contains -> field(contains.field()).contains(contains.value());
      case StartsWith starts -> field(starts.field()).startsWith(starts.value());
      case NumberRange range -> field(range.field()).isWithin(range);
      case TimeRange range -> field(range.field()).isDuring(range);
    };
  }

  private List<String> of(List<Predicate> parts) {
    return parts.stream().map(this::of).toList();
  }

  private FieldSql field(Field field) {
    return fields.of(field);
  }
}
