package dev.winnow.server.http;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.listen.Gate;
import dev.winnow.server.listen.Problem;
import dev.winnow.server.listen.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells every failure of the API as a problem. */
@Singleton
final class ProblemMappers {
  private static final Logger LOGGER = System.getLogger(ProblemMappers.class.getName());

  private final CurrentVertxRequest current;
  private final AllowedMethods methods;

  @Inject
  ProblemMappers(CurrentVertxRequest current, AllowedMethods methods) {
    this.current = current;
    this.methods = methods;
  }

  @ServerExceptionMapper
  Response failure(WinnowException failure) {
    return response(failure);
  }

  /** What the framework itself refuses. */
  @ServerExceptionMapper
  Response refused(WebApplicationException refusal) {
    int status = refusal.getResponse().getStatus();
    return status == 404 || status == 405
        ? nothingThere()
        : response(new WinnowException(code(status), detail(status)));
  }

  /**
   * The framework does not know what receivers take, nor does it tell what is allowed. Where a
   * method is, and was yet not understood, the path was spelt in another way.
   */
  private Response nothingThere() {
    Set<String> allowed = methods.at(current.getCurrent().normalizedPath());
    if (allowed.isEmpty() || allowed.contains(current.getCurrent().request().method().name())) {
      return response(new WinnowException(ErrorCode.NOT_FOUND, "there is nothing at this path"));
    }
    String names = String.join(", ", allowed);
    WinnowException refusal =
        new WinnowException(ErrorCode.METHOD_NOT_ALLOWED, "this path understands " + names);
    return Response.fromResponse(response(refusal)).header(HttpHeaders.ALLOW, names).build();
  }

  @ServerExceptionMapper
  Response fault(RuntimeException fault) {
    LOGGER.log(Level.ERROR, "a request could not be answered; trace_id " + traceId(), fault);
    return response(
        new WinnowException(ErrorCode.INTERNAL_ERROR, "the request could not be answered"));
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 413 -> ErrorCode.REQUEST_TOO_LARGE;
      case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      default -> status < 500 ? ErrorCode.MALFORMED_REQUEST : ErrorCode.INTERNAL_ERROR;
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 406 -> "this is not available in a form that the Accept header names";
      case 413 -> "the body is larger than the API takes";
      case 415 -> "the body must be application/json";
      default -> "the request is not in the form that /docs describes";
    };
  }

  private Response response(WinnowException failure) {
    String path = current.getCurrent().normalizedPath();
    Response.ResponseBuilder response =
        Response.status(failure.code().httpStatus())
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(failure, path, traceId()).json());
    Duration delay = Refusal.retryDelay(failure);
    if (!delay.isZero()) {
      response.header(HttpHeaders.RETRY_AFTER, delay.toSeconds());
    }
    return response.build();
  }

  private String traceId() {
    return String.valueOf(current.getCurrent().response().headers().get(Gate.REQUEST_ID));
  }
}
