package dev.winnow.server.listen;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What comes before the body of a request. */
public final class HttpHead {
  private final String method;
  private final String path;
  private final MultiMap headers;
  private final MultiMap answerHeaders;
  private final String peer;

  HttpHead(HttpServerRequest request) {
    method = request.method().name();
    path = String.valueOf(request.path());
    headers = request.headers();
    answerHeaders = request.response().headers();
    peer = request.remoteAddress() == null ? "" : String.valueOf(request.remoteAddress().host());
  }

  public String method() {
    return method;
  }

  /** The path, without the query. */
  public String path() {
    return path;
  }

  /** The first header of that name, whatever its case; empty if there is none. */
  public String header(String name) {
    return orEmpty(headers.get(name));
  }

  /** The address that the request came from. */
  public String peer() {
    return peer;
  }

  /** The name of the request in its answer and in the server's log. */
  public String traceId() {
    return orEmpty(answerHeaders.get(Gate.REQUEST_ID));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
