package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * The alias {@code level}: a range of {@code severity_number} by its name. {@code error} in any
 * case and every other name that {@link Severity#ofText} knows stand for the four numbers of their
 * range.
 */
final class LevelAlias {
  static final String NAME = "level";

  private LevelAlias() {}

  /** What {@code equals} means for the alias. */
  static Predicate equalTo(AnyValue name) {
    SeverityNumber severity = severity(name);
    int least = severity.range().number();
    return NumberRange.between(
        Field.of("severity_number"), least, least + SeverityNumber.RANGE - 1);
  }

  /** What {@code one_of} means for the alias. */
  static Predicate oneOf(List<AnyValue> names) {
    OneOf.checkSize(names);
    List<Predicate> ranges = new ArrayList<>();
    for (AnyValue name : names) {
      String path = "/values/" + ranges.size();
      ranges.add(Members.in(path, () -> equalTo(name)));
    }
    return new Or(ranges);
  }

  private static SeverityNumber severity(AnyValue name) {
    SeverityNumber number = SeverityNumber.UNSPECIFIED;
    if (name instanceof AnyValue.StringValue text) {
      number = Severity.ofText(text.value()).number();
    }
    if (number == SeverityNumber.UNSPECIFIED) {
      throw InvalidPredicateException.at(
          "", "is no level; use one of trace, debug, info, warn, error, fatal");
    }
    return number;
  }
}
