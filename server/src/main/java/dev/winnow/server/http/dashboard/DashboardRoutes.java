package dev.winnow.server.http.dashboard;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.listen.Gate;
import dev.winnow.server.listen.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives browsers the dashboard: one page at each of its paths, and the files that it loads. They
 * hold no data, so nobody needs a token for them.
 */
@Singleton
final class DashboardRoutes {
  /** Before tokens are asked for. */
  private static final int ORDER = Integer.MIN_VALUE;

  /** What the page itself tells apart. */
  private static final Pattern PAGES =
      Pattern.compile("/(overview|explorer|templates(/[^/]+)?|traces/[^/]+|settings)?");

  private static final String ASSETS = "/assets/";

  /** What browsers look for beside the page. */
  private static final Pattern BESIDE = Pattern.compile("/[\\w-]+\\.(svg|ico|png|txt|json)");

  /** Where the framework would show the same files, with a policy that is not theirs. */
  private static final String DIRECTORY = "/dashboard/";

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** Its components put sizes and colours into style elements; nothing else is not a file. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** The name of an asset changes with its content. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private static final String ASK_AGAIN = "no-cache";

  private static final Pattern NO_GZIP = Pattern.compile("gzip *; *q=0(\\.0*)? *(,|$)");

  private final DashboardFiles files = new DashboardFiles(DashboardRoutes.class.getClassLoader());

  void addTo(@Observes Router router) {
    Optional<DashboardFile> page = files.find(DashboardFiles.INDEX);
    if (page.isPresent()) {
      router.route().order(ORDER).handler(exchange -> answer(exchange, page.get()));
    }
  }

  private void answer(RoutingContext exchange, DashboardFile page) {
    HttpServerRequest request = exchange.request();
    String path = exchange.normalizedPath();
    if (path.startsWith(DIRECTORY)) {
      refuse(exchange);
    } else if (!READING.contains(request.method())) {
      exchange.next();
    } else if (path.startsWith(ASSETS)) {
      find(exchange, FOR_EVER, () -> refuse(exchange));
    } else if (BESIDE.matcher(path).matches()) {
      find(exchange, ASK_AGAIN, exchange::next);
    } else if (PAGES.matcher(path).matches() && isBrowser(request)) {
      request
          .response()
          .putHeader("Content-Security-Policy", POLICY)
          .headers()
          .add("Vary", "Accept");
      send(request, page, ASK_AGAIN);
    } else {
      exchange.next();
    }
  }

  private void find(RoutingContext exchange, String caching, Runnable otherwise) {
    String name = exchange.normalizedPath().substring(1);
    exchange
        .vertx()
        .executeBlocking(() -> files.find(name))
        .onSuccess(found ->
            found.ifPresentOrElse(file -> send(exchange.request(), file, caching), otherwise))
        .onFailure(exchange::fail);
  }

  /** Programs ask for no page; at the start, clients of Elasticsearch are answered by the gate. */
  private static boolean isBrowser(HttpServerRequest request) {
    String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  private static void send(HttpServerRequest request, DashboardFile file, String caching) {
    HttpServerResponse response = request.response();
    response.putHeader("Cache-Control", caching).putHeader("ETag", file.tag());
    response.headers().add("Vary", "Accept-Encoding");
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(file.tag())) {
      response.setStatusCode(304).end();
      return;
    }
    boolean isPacked = file.isPacked() && takesGzip(request.getHeader("Accept-Encoding"));
    if (isPacked) {
      response.putHeader("Content-Encoding", "gzip");
    }
    Buffer body = isPacked ? file.packed() : file.content();
    response
        .putHeader("Content-Type", file.mediaType())
        .putHeader("Content-Length", Integer.toString(body.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean takesGzip(@Nullable String encodings) {
    return encodings != null && encodings.contains("gzip") && !NO_GZIP.matcher(encodings).find();
  }

  private static void refuse(RoutingContext exchange) {
    WinnowException reason =
        new WinnowException(ErrorCode.NOT_FOUND, "there is nothing at this path");
    HttpServerResponse response = exchange.response();
    String id = String.valueOf(response.headers().get(Gate.REQUEST_ID));
    Problem.of(reason, exchange.normalizedPath(), id).send(response);
  }
}
