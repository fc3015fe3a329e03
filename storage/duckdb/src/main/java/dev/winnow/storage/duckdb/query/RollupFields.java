package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
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
import dev.winnow.kernel.record.AnyValue;
import java.util.List;
import java.util.Set;

/**
 * The fields of the table {@code rollups}. Of a service it knows the name as text, which is that of
 * the record unless its resource spells {@code service.name} as a number or in two steps; so what
 * is asked about any other value is not asked of it.
 */
final class RollupFields implements Fields {
  private static final Field SERVICE = Field.of("service");
  private static final Field SEVERITY = Field.of("severity_number");
  private static final Set<Field> ALL = Set.of(SERVICE, SEVERITY, Field.of("template_id"));

  private final TemplateAliases aliases;
  private final Parameters parameters;

  RollupFields(TemplateAliases aliases, Parameters parameters) {
    this.aliases = aliases;
    this.parameters = parameters;
  }

  /** Whether a predicate is about these fields only. */
  static boolean suffice(Predicate predicate) {
    return switch (predicate) {
      case And and -> and.of().stream().allMatch(RollupFields::suffice);
      case Or or -> or.of().stream().allMatch(RollupFields::suffice);
      case Not not -> suffice(not.of());
      case Exists exists -> ALL.contains(exists.field());
      case Equals equals -> suffice(equals.field(), List.of(equals.value()));
      case OneOf oneOf -> suffice(oneOf.field(), oneOf.values());
      case Contains contains -> ALL.contains(contains.field());
      case StartsWith starts -> ALL.contains(starts.field());
      case NumberRange range -> range.field().equals(SEVERITY);
      case TimeRange range -> false;
    };
  }

  private static boolean suffice(Field field, List<AnyValue> values) {
    return ALL.contains(field)
        && (!field.equals(SERVICE)
            || values.stream().allMatch(AnyValue.StringValue.class::isInstance));
  }

  @Override
  public FieldSql of(Field field) {
    return switch (field.name()) {
      case "resource.service.name" -> new TextField("service_name", parameters);
      case "severity_number" -> new IntegerField("severity_number", parameters);
      case "template_id" -> TemplateField.ofRollups("template_id", aliases, parameters);
      default ->
          throw new WinnowException(
              ErrorCode.UNSUPPORTED_QUERY, "there are no counts by " + field.name());
    };
  }
}
