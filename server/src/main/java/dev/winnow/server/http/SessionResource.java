package dev.winnow.server.http;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.access.Sessions;
import dev.winnow.server.access.Sessions.Session;
import dev.winnow.server.listen.OwnPages;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/session}: how people sign in with a browser, which keeps no token. */
@Path(SessionResource.PATH)
@Tag(
    name = "Session",
    description =
        "For browsers: a cookie that no page can read stands for a token. It is taken from pages of"
            + " this server alone. Programs send the token itself.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class SessionResource {
  static final String PATH = "/api/v1/session";

  private final Parts parts;
  private final Credentials credentials;
  private final CurrentVertxRequest current;

  @Inject
  SessionResource(Parts parts, Credentials credentials, CurrentVertxRequest current) {
    this.parts = parts;
    this.credentials = credentials;
    this.current = current;
  }

  /** Who asks. */
  @GET
  @Operation(
      summary = "Who you are, and whether you must sign in",
      description = "Whoever is not known is told so here, and not refused.")
  @APIResponse(
      responseCode = "200",
      description = "Who asks.",
      content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
  public Response find() {
    boolean hasHeader = request().getHeader(HttpHeaders.AUTHORIZATION) != null;
    Session session = hasHeader ? null : credentials.session(request()).orElse(null);
    return answer(200, principal(), session).build();
  }

  private @Nullable Principal principal() {
    try {
      return parts.authenticator().authenticate(credentials.of(request()).get());
    } catch (WinnowException refusal) {
      if (refusal.code() != ErrorCode.UNAUTHENTICATED) {
        throw refusal;
      }
      return null;
    }
  }

  /** Signs in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sign in: begin a session with a token",
      description =
          "It ends after seven days, after twelve hours without a request, when the token does, and"
              + " when the server ends. Where no token is needed there is no session.")
  @APIResponse(responseCode = "429", ref = "SignInLimited")
  @APIResponse(
      responseCode = "201",
      description = "Who asks; a cookie names the session.",
      content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "Who asks; no token is needed.",
      content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
  public Response begin(
      @RequestBody(content = @Content(schema = @Schema(implementation = SessionRequest.class)))
          byte[] body) {
    OwnPages.require(request());
    String authorization = SessionRequest.parse(body).authorization();
    Principal holder =
        parts
            .signIns()
            .attempt(
                request().remoteAddress().hostAddress(),
                () -> parts.authenticator().authenticate(authorization));
    if (!parts.config().needsTokens()) {
      return answer(200, holder, null).build();
    }
    endFormer();
    Session session = parts.sessions().begin(holder.tokenId(), authorization);
    return answer(201, holder, session)
        .header(HttpHeaders.SET_COOKIE, cookie(session.id(), Sessions.LIFETIME.toSeconds()))
        .build();
  }

  /** Signs out. */
  @DELETE
  @Operation(summary = "Sign out: end the session, if there is one")
  @APIResponse(responseCode = "204", description = "There is no session any more.")
  public Response end() {
    if (credentials.session(request()).isPresent()) {
      OwnPages.require(request());
      endFormer();
    }
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie("", 0)).build();
  }

  private void endFormer() {
    credentials.session(request()).ifPresent(former -> parts.sessions().end(former.id()));
  }

  private Response.ResponseBuilder answer(
      int status, @Nullable Principal holder, @Nullable Session session) {
    boolean needsToken = parts.config().needsTokens();
    return Response.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            new SessionAnswer(
                needsToken,
                holder == null ? null : holder.tenantId(),
                holder == null ? null : holder.role().text(),
                holder == null || !needsToken ? null : parts.administration().actor(holder).name(),
                holder == null || session == null ? null : session.expires()));
  }

  /** Sent over TLS alone where the page came by TLS, be it by a proxy that does not say so. */
  private String cookie(String id, long seconds) {
    String origin = request().getHeader("Origin");
    boolean isSecure =
        parts.config().tls().isEnabled()
            || (origin != null && origin.toLowerCase(Locale.ROOT).startsWith("https://"));
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(Credentials.COOKIE, id, seconds, isSecure ? "; Secure" : "");
  }

  private HttpServerRequest request() {
    return current.getCurrent().request();
  }
}
