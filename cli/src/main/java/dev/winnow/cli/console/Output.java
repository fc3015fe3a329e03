package dev.winnow.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text that goes out in UTF-8. Once it cannot be written any more, as when the reader of a pipe has
 * gone, all further text is dropped; a long loop asks {@link #isClosed()} so as to end.
 */
public final class Output {
  private static final int BUFFER_BYTES = 64 << 10;

  private final OutputStream out;
  private @Nullable IOException failure;

  Output(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  /** Writes text as it is. */
  public void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes(bytes, bytes.length);
  }

  /** Writes the first bytes of an array as they are. */
  public void bytes(byte[] bytes, int length) {
    if (failure == null) {
      try {
        out.write(bytes, 0, length);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Writes a line. */
  public void line(String text) {
    text(text + "\n");
  }

  public void flush() {
    if (failure == null) {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Whether nothing can be written any more. */
  public boolean isClosed() {
    return failure != null;
  }

  /** Why something was not written, unless its reader did not want it; empty otherwise. */
  public String fault() {
    String message = failure == null ? "" : String.valueOf(failure.getMessage());
    return message.toLowerCase(Locale.ROOT).contains("broken pipe") ? "" : message;
  }
}
