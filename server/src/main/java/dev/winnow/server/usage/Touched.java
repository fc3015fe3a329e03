package dev.winnow.server.usage;

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
import dev.winnow.storage.Selection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields and templates that a query names, each once.
 *
 * @param templates their ids, of 16 hexadecimal digits
 */
public record Touched(Set<String> fields, Set<String> templates) {
  private static final Field TEMPLATE_ID = Field.of("template_id");

  /** What a selection names. */
  public static Touched by(Selection selection) {
    Touched touched = new Touched(new TreeSet<>(), new TreeSet<>());
    touched.add(selection.where());
    if (!selection.text().isEmpty()) {
      touched.fields.add("body");
    }
    return touched;
  }

  private void add(Predicate predicate) {
    switch (predicate) {
      case And and -> and.of().forEach(this::add);
      case Or or -> or.of().forEach(this::add);
      case Not not -> add(not.of());
      case Equals equals -> add(equals.field(), List.of(equals.value()));
      case OneOf oneOf -> add(oneOf.field(), oneOf.values());
      case Exists exists -> fields.add(exists.field().name());
      case Contains contains -> fields.add(contains.field().name());
      case StartsWith startsWith -> fields.add(startsWith.field().name());
      case NumberRange range -> fields.add(range.field().name());
      case TimeRange range -> fields.add(range.field().name());
    }
  }

  private void add(Field field, List<AnyValue> values) {
    fields.add(field.name());
    if (field.equals(TEMPLATE_ID)) {
      values.forEach(value -> templates.add(value.text()));
    }
  }
}
