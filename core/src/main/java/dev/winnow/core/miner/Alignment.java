package dev.winnow.core.miner;

import dev.winnow.core.miner.Slot.Kind;
import dev.winnow.kernel.form.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a form holds the values of a template's placeholders. */
final class Alignment {
  /*
   * A form and its template have the same positions (Shape), and the text of the template's position
   * is the join of the texts that forms had there (Texts). So a position is aligned by undoing the
   * join: piece by piece where the pieces correspond, as a whole where they do not and the template
   * has `<*>`. The form's variables are met in the order in which the scanner captured them.
   */

  /**
   * The value of one placeholder.
   *
   * @param mask the type of the placeholder in the template
   * @param key the name that the template gives the value, or empty
   */
  record Value(Mask mask, String key, List<Part> parts) {}

  private static final Map<String, Mask> MASKS =
      Arrays.stream(Mask.values())
          .collect(Collectors.toMap(Mask::placeholder, Function.identity()));

  private final List<Value> values = new ArrayList<>();

  /** The template's text so far. */
  private final StringBuilder before = new StringBuilder();

  private int variables;

  private Alignment() {}

  /** The values of the template's placeholders; null if the form is not one of the template. */
  static @Nullable List<Value> of(Shape template, Shape form) {
    Alignment alignment = new Alignment();
    boolean aligned = alignment.align(template.slots(), form.slots());
    return aligned ? List.copyOf(alignment.values) : null;
  }

  private boolean align(List<Slot> template, List<Slot> form) {
    if (template.size() != form.size()) {
      return false;
    }
    for (int i = 0; i < form.size(); i++) {
      if (!align(template.get(i), form.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean align(Slot template, Slot form) {
    if (template.gap() != form.gap()) {
      return false;
    }
    if (template.kind() == Kind.SEGMENT) {
      return form.kind() == Kind.SEGMENT && align(template.parts(), form.parts());
    }
    if (template.gap() != Slot.NO_GAP) {
      before.append(template.gap());
    }
    return align(template.text(), form.wholeText());
  }

  private boolean align(String template, String form) {
    if (template.equals(Texts.WILD)) {
      return add(template, form);
    }
    if (Texts.isQuoted(template) && Texts.isQuoted(form)) {
      String quote = template.substring(0, 1);
      return add(quote, form.substring(0, 1))
          && align(Texts.inner(template), Texts.inner(form))
          && add(quote, quote);
    }
    List<String> left = Texts.pieces(template);
    List<String> right = Texts.pieces(form);
    boolean aligned = left.size() == right.size();
    for (int i = 0; aligned && i < left.size(); i++) {
      aligned = add(left.get(i), right.get(i));
    }
    return aligned;
  }

  /** Adds one piece of the template and what the form has in its place. */
  private boolean add(String template, String form) {
    if (!Texts.isPlaceholder(template)) {
      before.append(template);
      return template.equals(form);
    }
    if (!template.equals(form) && !template.equals(Texts.WILD)) {
      return false;
    }
    Mask mask = MASKS.getOrDefault(template, Mask.ANY);
    values.add(new Value(mask, VariableKey.before(before), parts(form)));
    before.append(template);
    return true;
  }

  private List<Part> parts(String form) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (String piece : Texts.pieces(form)) {
      if (Texts.isPlaceholder(piece)) {
        endLiteral(literal, parts);
        parts.add(Part.variable(piece, variables++));
      } else {
        literal.append(piece.equals("<<") ? "<" : piece);
      }
    }
    endLiteral(literal, parts);
    return List.copyOf(parts);
  }

  private static void endLiteral(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(Part.literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
