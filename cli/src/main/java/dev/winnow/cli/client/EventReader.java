package dev.winnow.cli.client;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the events that a server sends (WHATWG HTML, section 9.2). */
public final class EventReader implements AutoCloseable {
  /** More than a server shows of one record. */
  private static final int LONGEST_LINE_BYTES = 64 << 20;

  private static final String ID = "id: ";
  private static final String DATA = "data: ";

  private final InputStream in;
  private String id = "";

  EventReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The data of the next event; null if there are no more. */
  public @Nullable String next() throws IOException {
    String data = null;
    for (String line = line(); line != null; line = line()) {
      if (line.startsWith(ID)) {
        id = line.substring(ID.length());
      } else if (line.startsWith(DATA)) {
        data = line.substring(DATA.length());
      } else if (line.isEmpty() && data != null) {
        return data;
      }
    }
    return null;
  }

  /** The last id that came: where to go on another time. */
  public String id() {
    return id;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      if (line.size() == LONGEST_LINE_BYTES) {
        throw new WinnowException(
            ErrorCode.ANSWER_TOO_LARGE, "an event has more than " + LONGEST_LINE_BYTES + " bytes");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
