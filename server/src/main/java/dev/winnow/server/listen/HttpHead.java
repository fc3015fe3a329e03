package dev.winnow.server.listen;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What comes before the body of a request. */
public final class HttpHead {
  private final String method;
  private final String path;
  private final String query;
  private final boolean isDecodable;
  private final MultiMap headers;
  private final MultiMap answerHeaders;
  private final String peer;

  HttpHead(HttpServerRequest request) {
    method = request.method().name();
    path = String.valueOf(request.path());
    query = orEmpty(request.query());
    isDecodable = isDecodable(request.uri());
    headers = request.headers();
    answerHeaders = request.response().headers();
    peer = request.remoteAddress() == null ? "" : String.valueOf(request.remoteAddress().host());
  }

  /** Whether two hexadecimal digits follow each percent sign, which nobody downstream checks. */
  private static boolean isDecodable(String address) {
    for (int at = address.indexOf('%'); at >= 0; at = address.indexOf('%', at + 1)) {
      if (at + 2 >= address.length()
          || !HexFormat.isHexDigit(address.charAt(at + 1))
          || !HexFormat.isHexDigit(address.charAt(at + 2))) {
        return false;
      }
    }
    return true;
  }

  boolean isDecodable() {
    return isDecodable;
  }

  public String method() {
    return method;
  }

  /** The path, without the query. */
  public String path() {
    return path;
  }

  /** The first parameter of that name in the query; empty if there is none. */
  public String parameter(String name) {
    return new QueryStringDecoder(query, false)
        .parameters()
        .getOrDefault(name, List.of(""))
        .getFirst();
  }

  /** The first header of that name, whatever its case; empty if there is none. */
  public String header(String name) {
    return orEmpty(headers.get(name));
  }

  /** The type of the body in lower case, without parameters; empty if none is given. */
  public String mediaType() {
    String type = header("Content-Type");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
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
