package dev.winnow.server.http.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.storage.control.Token;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token as the API tells of it.
 *
 * @param secret what its holder shows; told once, to whoever made it, and absent elsewhere
 */
@Schema(name = "Token")
record TokenAnswer(
    String id,
    String tenantId,
    String name,
    String role,
    Instant created,
    @Nullable Instant lastUsed,
    @Nullable Instant expires,
    @Nullable Instant revoked,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
  /** The tokens of a tenant, the newest first. */
  @Schema(name = "TokenList")
  record Listing(List<TokenAnswer> tokens) {}

  static TokenAnswer of(Token token) {
    return of(token, null);
  }

  static TokenAnswer of(IssuedToken issued) {
    return of(issued.token(), issued.secret().reveal());
  }

  private static TokenAnswer of(Token token, @Nullable String secret) {
    return new TokenAnswer(
        token.id(),
        token.tenantId(),
        token.name(),
        token.role().text(),
        token.created(),
        token.lastUsed(),
        token.expires(),
        token.revoked(),
        secret);
  }
}
