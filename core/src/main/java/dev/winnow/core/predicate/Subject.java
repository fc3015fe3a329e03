package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.Field;
import java.util.List;

/**
 * What a comparison is about: a field, or {@code level}, which is {@code severity_number} by the
 * names of its ranges.
 *
 * @param name as it was written
 */
record Subject(Token name, Field field, boolean isLevel) {
  static final String LEVEL = "level";

  private static final List<String> LEVEL_OPERATORS =
      List.of("=", "!=", "<", "<=", ">", ">=", "in");
  private static final List<String> TEXT_OPERATORS =
      List.of("=", "!=", "in", "contains", "starts with");
  private static final List<String> TIME_OPERATORS = List.of("<", "<=", ">", ">=");
  private static final List<String> VALUE_OPERATORS =
      List.of("=", "!=", "<", "<=", ">", ">=", "in", "contains", "starts with");

  /** The subject that a name stands for. */
  static Subject of(Token name, Tokens tokens) {
    if (name.text().isEmpty()) {
      throw tokens.at(name.from(), "the name of a field is empty");
    }
    String resolved = FieldNames.resolve(name.text());
    if (resolved == null) {
      String problem =
          "no field is named "
              + Words.excerpt(name.text())
              + "; did you mean "
              + FieldNames.suggestion(name.text())
              + "? An attribute of that name is attributes."
              + Words.excerpt(name.text());
      throw tokens.at(name.from(), problem);
    }
    boolean isLevel = resolved.equals(LEVEL);
    String field = isLevel ? "severity_number" : resolved;
    return new Subject(name, tokens.make(name.from(), () -> Field.of(field)), isLevel);
  }

  boolean isOf(Field.Type type) {
    return field.type() == type;
  }

  /** Refuses an operator that does not fit the field. */
  void check(Token operator, String name, Tokens tokens) {
    List<String> operators = operators();
    if (!operators.contains(name)) {
      throw tokens.at(
          operator.from(),
          Words.excerpt(this.name.text())
              + description()
              + ", so it takes "
              + String.join(", ", operators)
              + ", not "
              + name);
    }
  }

  private List<String> operators() {
    return switch (field.type()) {
      case NUMBER -> LEVEL_OPERATORS;
      case TEXT -> TEXT_OPERATORS;
      case TIME -> TIME_OPERATORS;
      case VALUE -> VALUE_OPERATORS;
    };
  }

  private String description() {
    return switch (field.type()) {
      case NUMBER -> isLevel ? " is a level" : " is a number";
      case TEXT -> " is a text";
      case TIME -> " is a time";
      case VALUE -> " is a value";
    };
  }
}
