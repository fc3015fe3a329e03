package dev.winnow.formats.layout;

import org.jspecify.annotations.Nullable;

/**
 * A part of a line that has a meaning of its own, beside time and severity. Its name is the one
 * that OpenTelemetry's semantic conventions have for it.
 */
public enum Field {
  HOST("host.name"),
  SERVICE("service.name"),
  /** Who asked: an address or a host. */
  CLIENT("client.address"),
  USER("user.name"),
  TRACE_ID("trace_id"),
  SPAN_ID("span_id"),
  /** What tells one request from others where there is no trace. */
  REQUEST_ID("http.request.id"),
  METHOD("http.request.method"),
  /** What was asked for. */
  PATH("url.path"),
  /** An HTTP status code. */
  STATUS("http.response.status_code"),
  /** How long it took; see {@link LineReading#durationUnit}. */
  DURATION("duration"),
  /** What the program said. */
  BODY("body"),
  /** All that follows what was recognised; what templates are made of. */
  MESSAGE("message");

  private static final Field[] ALL = values();

  private final String attribute;

  Field(String attribute) {
    this.attribute = attribute;
  }

  /** The name of the attribute that holds it in a record. */
  public String attribute() {
    return attribute;
  }

  /** The field with the name of an attribute; null if there is none. */
  static @Nullable Field of(String attribute) {
    for (Field field : ALL) {
      if (field.attribute.equals(attribute)) {
        return field;
      }
    }
    return null;
  }

  /** Its bit in a set of fields. */
  @SuppressWarnings("EnumOrdinal") // a set of enum constants by ordinal, as EnumSet's
  int bit() {
    return 1 << ordinal();
  }

  /** Its place in an array that has one for each field. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }
}
