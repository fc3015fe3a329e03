package dev.winnow.kernel.form;

import dev.winnow.kernel.stacktrace.StackTraceScanner;

/**
 * Writes the form of a text that ends in a stack trace: what the program said, the types of the
 * exceptions, and one placeholder for all frames.
 */
final class StackForm {
  private static final byte[] COLON = {':'};

  private final StackTraceScanner scanner = new StackTraceScanner();
  private final FormWriter writer;
  private final TextForm text;

  StackForm(FormWriter writer, TextForm text) {
    this.writer = writer;
    this.text = text;
  }

  /**
   * Writes the form if there is a stack trace; else writes nothing. The structure is read from
   * {@code plain}, in which secrets are filled.
   */
  boolean write(byte[] in, byte[] plain, int from, int to) {
    if (!scanner.scan(plain, from, to)) {
      return false;
    }
    writer.rewind(0, 0, 0);
    text.write(in, from, scanner.begin());
    boolean said = writer.length() > 0;
    for (int i = 0; i < scanner.chainLength() && !writer.isFull(); i++) {
      thrown(in, i, said);
    }
    writer.newline();
    writer.mask(Mask.STACK, scanner.begin(), scanner.end());
    if (scanner.end() < to) {
      writer.newline();
      text.write(in, scanner.end(), to);
    }
    return true;
  }

  /** The scanner, which holds the trace that was written last. */
  StackTraceScanner scanner() {
    return scanner;
  }

  /**
   * Writes the type and the message of an exception. Behind a message of the program the exception
   * is an argument: its own message is data. Alone, it is all that was said.
   */
  private void thrown(byte[] in, int index, boolean said) {
    if (index > 0) {
      writer.newline();
    }
    type(in, scanner.typeFrom(index), scanner.typeTo(index));
    int from = scanner.messageFrom(index);
    int to = scanner.messageTo(index);
    if (from == to) {
      return;
    }
    writer.literal(COLON, 0, 1);
    writer.space();
    if (said) {
      writer.mask(Mask.TEXT, from, to);
    } else {
      text.write(in, from, to);
    }
  }

  private void type(byte[] in, int from, int to) {
    if (text.hasSecret(from, to)) {
      text.write(in, from, to);
    } else if (to - from > FormScanner.MAX_WORD_BYTES) {
      writer.mask(Mask.BLOB, from, to);
    } else if (to > from) {
      writer.literal(in, from, to);
    }
  }
}
