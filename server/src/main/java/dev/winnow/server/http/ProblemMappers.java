package dev.winnow.server.http;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.listen.Gate;
import dev.winnow.server.listen.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells every failure of the API as a problem. */
@Singleton
final class ProblemMappers {
  private static final Logger LOGGER = System.getLogger(ProblemMappers.class.getName());
  private static final String RETRY_AFTER_SECONDS = "1";

  private final CurrentVertxRequest current;

  @Inject
  ProblemMappers(CurrentVertxRequest current) {
    this.current = current;
  }

  @ServerExceptionMapper
  Response failure(WinnowException failure) {
    return response(failure);
  }

  /** What the framework itself refuses. */
  @ServerExceptionMapper
  Response refused(WebApplicationException refusal) {
    Response ours = response(new WinnowException(code(refusal), detail(refusal)));
    Object allowed = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? ours
        : Response.fromResponse(ours).header(HttpHeaders.ALLOW, allowed).build();
  }

  @ServerExceptionMapper
  Response fault(RuntimeException fault) {
    LOGGER.log(Level.ERROR, "a request could not be answered; trace_id " + traceId(), fault);
    return response(
        new WinnowException(ErrorCode.INTERNAL_ERROR, "the request could not be answered"));
  }

  private static ErrorCode code(WebApplicationException refusal) {
    return switch (refusal.getResponse().getStatus()) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 413 -> ErrorCode.REQUEST_TOO_LARGE;
      case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      default ->
          refusal.getResponse().getStatus() < 500
              ? ErrorCode.MALFORMED_REQUEST
              : ErrorCode.INTERNAL_ERROR;
    };
  }

  private static String detail(WebApplicationException refusal) {
    return switch (refusal.getResponse().getStatus()) {
      case 404 -> "there is nothing at this path, or a part of it has a wrong form";
      case 405 -> "there is something at this path, which does not understand this method";
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
    if (failure.code().kind() == ErrorCode.Kind.TRANSIENT) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }

  private String traceId() {
    return String.valueOf(current.getCurrent().response().headers().get(Gate.REQUEST_ID));
  }
}
