package dev.winnow.storage.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The conditions on values that every engine can keep and give back unchanged. */
final class Valid {
  static final int MAX_ID_LENGTH = 64;
  static final int MAX_NAME_LENGTH = 256;

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Valid() {}

  /** An identifier that is safe in a URL, a file name and a header. */
  static String id(String field, String value) {
    if (value.isEmpty() || value.length() > MAX_ID_LENGTH || !value.chars().allMatch(Valid::isId)) {
      throw refused(
          field,
          "must be 1 to " + MAX_ID_LENGTH + " letters, digits, dots, hyphens or underscores");
    }
    return value;
  }

  private static boolean isId(int c) {
    return isLowerCaseOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
  }

  /** A name that may also be a directory's: lower case, and not hidden. */
  static String directoryName(String field, String value, int maxLength) {
    boolean allowed =
        !value.isEmpty()
            && value.length() <= maxLength
            && isLowerCaseOrDigit(value.charAt(0))
            && value.chars().allMatch(c -> isLowerCaseOrDigit(c) || c == '-' || c == '_');
    if (!allowed) {
      throw refused(
          field,
          "must be 1 to "
              + maxLength
              + " lower-case letters, digits, hyphens or underscores, a letter or digit first");
    }
    return value;
  }

  private static boolean isLowerCaseOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** Words for people. */
  static String name(String field, String value) {
    if (value.isBlank()) {
      throw refused(field, "must not be blank");
    }
    return text(field, value);
  }

  /** Words for people, or none. */
  static String text(String field, String value) {
    if (value.length() > MAX_NAME_LENGTH) {
      throw refused(field, "has " + value.length() + " characters, more than " + MAX_NAME_LENGTH);
    }
    if (value.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c))) {
      throw refused(field, "holds a control character");
    }
    return value;
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** The time to the millisecond, which is what every engine keeps. */
  static Instant time(String field, Instant value) {
    if (value.isBefore(Instant.EPOCH) || value.isAfter(LATEST)) {
      throw refused(field, "must lie between 1970 and 9999");
    }
    return value.truncatedTo(ChronoUnit.MILLIS);
  }

  static String jsonObject(String field, String json, int maxBytes) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > maxBytes) {
      throw refused(field, "has " + bytes.length + " bytes, more than " + maxBytes);
    }
    JsonScanner scanner = new JsonScanner().reset(bytes, 0, bytes.length);
    boolean object = scanner.next() == JsonEvent.OBJECT_START;
    scanner.skipContainer();
    if (!object || scanner.next() != JsonEvent.END) {
      throw refused(field, "must be a JSON object");
    }
    if (json.codePoints().anyMatch(Valid::isLoneSurrogate)) {
      throw refused(field, "holds half a character");
    }
    return json;
  }

  static WinnowException refused(String field, String reason) {
    return new WinnowException(ErrorCode.INVALID_VALUE, field + " " + reason);
  }
}
