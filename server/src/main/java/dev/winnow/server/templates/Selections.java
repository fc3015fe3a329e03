package dev.winnow.server.templates;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.storage.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Selections of the records of certain templates. */
final class Selections {
  private static final Field TEMPLATE_ID = Field.of("template_id");

  private Selections() {}

  /** The records of a selection that belong to one of some templates, 1 to 256 of them. */
  static Selection ofTemplates(Selection selection, Collection<Long> templateIds) {
    List<AnyValue> ids =
        templateIds.stream().map(id -> AnyValue.of(HexFormat.of().toHexDigits(id))).toList();
    List<Predicate> conditions = new ArrayList<>();
    if (selection.where() instanceof And and) {
      conditions.addAll(and.of());
    } else {
      conditions.add(selection.where());
    }
    conditions.add(new OneOf(TEMPLATE_ID, ids));
    return selection.where(conditions.size() == 1 ? conditions.getFirst() : new And(conditions));
  }
}
