package dev.winnow.formats.unpack;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.kernel.WinnowException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an unpacker gave.
 *
 * @param byName the text of each input, in order, by its name
 * @param failures what was said of those that could not be read, or not to their end
 */
record Texts(Map<String, String> byName, List<String> failures) {
  static final Instant AS_OF = Instant.parse("2026-11-21T12:00:00Z");

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream("/packed/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  /** The content of every packed resource. */
  static String log() throws IOException {
    return new String(resource("app.log"), StandardCharsets.UTF_8);
  }

  static Unpacker unpacker(byte[] bytes) {
    return unpacker(bytes, Limits.DEFAULT);
  }

  static Unpacker unpacker(byte[] bytes, Limits limits) {
    return new Unpacker(
        "it",
        Channels.newChannel(new ByteArrayInputStream(bytes)),
        AS_OF,
        Input.UNKNOWN_SIZE,
        limits);
  }

  /** The next text, which there must be. */
  static Input next(Unpacker unpacker) {
    return Objects.requireNonNull(unpacker.next());
  }

  static Texts of(byte[] bytes) {
    return of(unpacker(bytes));
  }

  static Texts of(Unpacker unpacker) {
    Texts texts = new Texts(new LinkedHashMap<>(), new ArrayList<>());
    boolean more = true;
    while (more) {
      try (Input input = unpacker.next()) {
        more = input != null;
        if (input != null) {
          texts.read(input);
        }
      } catch (WinnowException refused) {
        texts.failures.add(String.valueOf(refused.getMessage()));
      } catch (IOException unclosed) {
        throw new AssertionError(unclosed);
      }
    }
    return texts;
  }

  private void read(Input input) {
    LineReader lines = new LineReader(input);
    StringBuilder text = new StringBuilder();
    try {
      while (lines.next()) {
        int length = lines.to() - lines.from();
        text.append(new String(lines.buffer(), lines.from(), length, StandardCharsets.UTF_8))
            .append('\n');
      }
    } catch (IOException broken) {
      failures.add(input.name() + ": " + broken.getMessage());
    }
    byName.put(input.name(), text.toString());
  }
}
