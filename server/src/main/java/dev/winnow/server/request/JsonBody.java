package dev.winnow.server.request;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.predicate.Predicate;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that somebody sent, whose members have yet to become values. Each is taken once, by
 * its name and type; {@link #end} refuses what nobody took. One that is {@code null} counts as not
 * given.
 */
public final class JsonBody {
  /** How much of a refused name is shown, in characters. */
  private static final int SHOWN = 100;

  /** Where the object is within the body, as a prefix of the names of its members. */
  private final String place;

  /** The members that nobody took yet, each as the JSON that it was sent as. */
  private final SequencedMap<String, String> members = new LinkedHashMap<>();

  private JsonBody(String place, String json) {
    this.place = place;
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    JsonScanner scanner = new JsonScanner().reset(bytes, 0, bytes.length);
    for (scanner.next(); scanner.next() == JsonEvent.KEY; ) {
      String name = scanner.text();
      if (members.put(name, element(scanner, bytes)) != null) {
        throw refused(name, "is there twice");
      }
    }
  }

  /**
   * Reads a body.
   *
   * @throws WinnowException if it is not JSON ({@code MALFORMED_REQUEST}), no object, or one with a
   *     member that is there twice ({@code INVALID_VALUE})
   */
  public static JsonBody parse(byte[] body) {
    JsonScanner scanner = new JsonScanner().reset(body, 0, body.length);
    boolean isObject = scanner.next() == JsonEvent.OBJECT_START;
    scanner.skipContainer();
    if (scanner.next() != JsonEvent.END && scanner.fault() != null) {
      throw new WinnowException(
          ErrorCode.MALFORMED_REQUEST,
          "the body is not JSON: it %s, byte %d"
              .formatted(scanner.fault().description(), scanner.faultOffset()));
    }
    if (!isObject) {
      throw new WinnowException(ErrorCode.INVALID_VALUE, "the body must be a JSON object");
    }
    return new JsonBody("", new String(body, StandardCharsets.UTF_8));
  }

  /** Moves past the next element and returns it as it was sent. */
  private static String element(JsonScanner scanner, byte[] bytes) {
    int from = scanner.position();
    scanner.next();
    scanner.skipContainer();
    return text(bytes, from, scanner.position()).strip();
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** A text that must be given. */
  public String text(String name) {
    return given(name, optionalText(name));
  }

  /** A text; null if it is not given. */
  public @Nullable String optionalText(String name) {
    JsonScanner value = take(name, JsonEvent.STRING, "must be a text");
    return value == null ? null : value.text();
  }

  /** A whole number that must be given. */
  public long integer(String name) {
    return given(name, optionalInteger(name));
  }

  /** A whole number; null if it is not given. */
  public @Nullable Long optionalInteger(String name) {
    JsonScanner value = take(name, JsonEvent.NUMBER, "must be a whole number");
    if (value != null && !value.isLong()) {
      throw refused(name, "must be a whole number");
    }
    return value == null ? null : value.longValue();
  }

  /** A number that must be given. */
  public double number(String name) {
    JsonScanner value = given(name, take(name, JsonEvent.NUMBER, "must be a number"));
    return value.isLong() ? value.longValue() : value.doubleValue();
  }

  /** {@code true} or {@code false}; the latter if it is not given. */
  public boolean flag(String name) {
    String json = members.remove(name);
    return switch (json == null ? "null" : json) {
      case "true" -> true;
      case "false", "null" -> false;
      default -> throw refused(name, "must be true or false");
    };
  }

  /** A moment; null if it is not given. */
  public @Nullable Instant optionalTime(String name) {
    String text = optionalText(name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      throw refused(name, "must be a time such as 2026-11-21T10:00:00Z");
    }
  }

  /** An object that must be given, as it was sent. */
  public String object(String name) {
    String json = given(name, members.get(name));
    take(name, JsonEvent.OBJECT_START, "must be an object");
    return json;
  }

  /** The objects of an array; none if it is not given. */
  public List<JsonBody> objects(String name) {
    String json = members.get(name);
    JsonScanner array = take(name, JsonEvent.ARRAY_START, "must be an array of objects");
    List<JsonBody> objects = new ArrayList<>();
    if (array != null && json != null) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      for (JsonEvent event = array.next(); event != JsonEvent.ARRAY_END; event = array.next()) {
        String at = "%s[%d]".formatted(name, objects.size());
        if (event != JsonEvent.OBJECT_START) {
          throw refused(at, "must be an object");
        }
        int from = array.valueFrom();
        array.skipContainer();
        objects.add(new JsonBody(place + at + ".", text(bytes, from, array.position())));
      }
    }
    return objects;
  }

  /** A condition in its readable form or as JSON; null if it is not given. */
  public @Nullable Predicate optionalPredicate(String name) {
    String json = members.get(name);
    boolean isTree = json != null && json.startsWith("{");
    JsonScanner condition =
        isTree
            ? take(name, JsonEvent.OBJECT_START, "")
            : take(name, JsonEvent.STRING, "must be a text or an object");
    if (condition == null) {
      return null;
    }
    try {
      return json != null && isTree ? Predicate.parse(json) : PredicateText.parse(condition.text());
    } catch (WinnowException wrong) {
      throw new WinnowException(wrong.code(), place + name + ": " + wrong.getMessage());
    }
  }

  /** Refuses members that nobody took. */
  public void end() {
    if (!members.isEmpty()) {
      throw refused(members.firstEntry().getKey(), "is unknown here");
    }
  }

  /** Takes a member of a type; null if it is not given. */
  private @Nullable JsonScanner take(String name, JsonEvent type, String demand) {
    String json = members.remove(name);
    if (json == null || json.equals("null")) {
      return null;
    }
    JsonScanner value = new JsonScanner().reset(json);
    if (value.next() != type) {
      throw refused(name, demand);
    }
    return value;
  }

  private <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw refused(name, "is missing");
    }
    return value;
  }

  /** The refusal of a member, for a reason that follows its name. */
  public WinnowException refused(String name, String reason) {
    String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
    return new WinnowException(ErrorCode.INVALID_VALUE, place + shown + " " + reason);
  }
}
