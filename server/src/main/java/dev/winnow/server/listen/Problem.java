package dev.winnow.server.listen;

import dev.winnow.core.predicate.InvalidPredicateTextException;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * A failure as REST tells it (RFC 9457).
 *
 * @param code what kind of failure it is
 * @param detail what was wrong with this request
 * @param instance the path that was asked for
 * @param traceId names the request in the server's own log
 * @param place where a query is wrong; null if it is not, or has no such place
 */
public record Problem(
    ErrorCode code, String detail, String instance, String traceId, @Nullable Place place) {
  /**
   * Some of a query.
   *
   * @param offset where it begins, in UTF-16 code units
   */
  record Place(int offset, int length) {
    private static @Nullable Place of(WinnowException failure) {
      return failure instanceof InvalidPredicateTextException wrong
          ? new Place(wrong.offset(), wrong.length())
          : null;
    }
  }

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "urn:winnow:problem:";

  public static Problem of(WinnowException failure, String instance, String traceId) {
    String detail = String.valueOf(failure.getMessage());
    return new Problem(failure.code(), detail, instance, traceId, Place.of(failure));
  }

  /** Why a request was refused. */
  public static Problem of(WinnowException failure, HttpHead head) {
    return of(failure, head.path(), head.traceId());
  }

  /** Answers a request with the problem. */
  public void send(HttpServerResponse response) {
    Refusal.send(HttpReply.of(code.httpStatus(), MEDIA_TYPE, json()), code, response);
  }

  /** The problem as JSON. */
  public String json() {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.beginObject()
        .key("type")
        .value(TYPES + code.code())
        .key("title")
        .value(code.code().replace('_', ' '))
        .key("status")
        .value(code.httpStatus())
        .key("detail")
        .value(detail + "; " + code.remedy())
        .key("instance")
        .value(instance)
        .key("code")
        .value(code.code())
        .key("trace_id")
        .value(traceId);
    if (place != null) {
      json.key("offset").value(place.offset).key("length").value(place.length);
    }
    json.endObject();
    return out.toString();
  }
}
