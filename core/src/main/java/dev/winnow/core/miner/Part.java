package dev.winnow.core.miner;

import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.form.Mask;
import java.nio.charset.StandardCharsets;

/** A piece of a value: text that the form holds, or one of the form's variables. */
final class Part {
  private static final int LITERAL = -1;

  /** The text; of a variable, its placeholder. */
  final byte[] text;

  private final int variable;

  private Part(String text, int variable) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.variable = variable;
  }

  static Part literal(String text) {
    return new Part(text, LITERAL);
  }

  static Part variable(String placeholder, int index) {
    return new Part(placeholder, index);
  }

  /**
   * Whether the value of a variable can be read from the form; a secret is never given, and the
   * placeholder stands for what was not captured.
   */
  boolean isCaptured(FormScanner form) {
    return variable != LITERAL
        && variable < form.variables()
        && form.mask(variable) != Mask.SECRET
        && form.mask(variable) != Mask.REST;
  }

  byte[] source(FormScanner form) {
    return isCaptured(form) ? form.source(variable) : text;
  }

  int start(FormScanner form) {
    return isCaptured(form) ? form.start(variable) : 0;
  }

  int end(FormScanner form) {
    return isCaptured(form) ? form.end(variable) : text.length;
  }
}
