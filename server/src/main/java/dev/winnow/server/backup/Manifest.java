package dev.winnow.server.backup;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.server.request.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a backup says first of itself.
 *
 * @param program which version made it
 * @param time when that was, as RFC 3339 has it
 * @param files the size of each file, by its name, in their order
 */
record Manifest(String program, String time, SequencedMap<String, Long> files) {
  static final String NAME = "backup.json";

  /** How large a manifest may be: enough for a hundred thousand files. */
  static final int MAX_BYTES = 16 << 20;

  private static final int FORMAT = 1;

  /** What makes a directory one with data. */
  private static final String FORMAT_FILE = "format";

  /** Files of a data directory; what lies deeper belongs to the store. */
  private static final Set<String> PLAIN = Set.of(FORMAT_FILE, "followed", "control.db");

  private static final Pattern OF_STORE =
      Pattern.compile("store(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){1,4}");

  /** The text of it. */
  byte[] json() {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text).beginObject();
    json.key("format").value(FORMAT).key("program").value(program).key("time").value(time);
    json.key("files").beginArray();
    files.forEach((name, bytes) ->
        json.beginObject().key("name").value(name).key("bytes").value(bytes).endObject());
    json.endArray().endObject();
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** How much all files hold together. */
  long bytes() {
    return files.values().stream().reduce(0L, Math::addExact);
  }

  /**
   * Reads the text of a manifest.
   *
   * @throws WinnowException {@code backup_unusable} if it is none, of a newer program, or names
   *     files that have no place in a data directory
   */
  static Manifest of(byte[] json) {
    try {
      return read(JsonBody.parse(json));
    } catch (WinnowException wrong) {
      throw wrong.code() == ErrorCode.BACKUP_UNUSABLE
          ? wrong
          : unusable("the backup has a damaged " + NAME + ": " + wrong.getMessage());
    } catch (ArithmeticException overflow) {
      throw unusable("the backup names files of more than 8 exbibytes");
    }
  }

  private static Manifest read(JsonBody json) {
    long format = json.integer("format");
    if (format != FORMAT) {
      throw unusable(
          "the backup has format %d, and this program knows format %d; run the version that made it"
              .formatted(format, FORMAT));
    }
    SequencedMap<String, Long> files = new LinkedHashMap<>();
    for (JsonBody file : json.objects("files")) {
      String name = file.text("name");
      long bytes = file.integer("bytes");
      file.end();
      demandPlace(name);
      if (bytes < 0 || files.put(name, bytes) != null) {
        throw unusable("the backup names '" + name + "' twice, or with a size below 0");
      }
    }
    if (!files.containsKey(FORMAT_FILE)) {
      throw unusable("the backup lacks the file " + FORMAT_FILE);
    }
    Manifest manifest = new Manifest(json.text("program"), json.text("time"), files);
    json.end();
    long _ = manifest.bytes();
    return manifest;
  }

  /** A name leads nowhere but into the directory, and to nothing hidden. */
  private static void demandPlace(String name) {
    boolean isPlace = PLAIN.contains(name) || OF_STORE.matcher(name).matches();
    if (!isPlace || name.length() > TarHeader.NAME_BYTES) {
      throw unusable("the backup names '%s', which no data directory has".formatted(name));
    }
  }

  private static WinnowException unusable(String why) {
    return new WinnowException(ErrorCode.BACKUP_UNUSABLE, why);
  }
}
