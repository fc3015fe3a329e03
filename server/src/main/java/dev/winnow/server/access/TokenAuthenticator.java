package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Knows senders by their tokens, however their programs can carry one. */
public final class TokenAuthenticator implements Authenticator {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final Tokens tokens;

  public TokenAuthenticator(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Principal authenticate(String authorization) {
    return tokens
        .authenticate(secret(authorization))
        .map(token -> new Principal(token.tenantId(), token.role(), token.id()))
        .orElseThrow(() -> unauthenticated("the token is unknown, expired or revoked"));
  }

  private static String secret(String authorization) {
    if (hasScheme(authorization, BEARER)) {
      return authorization.substring(BEARER.length()).strip();
    }
    if (hasScheme(authorization, BASIC)) {
      return password(authorization.substring(BASIC.length()).strip());
    }
    throw unauthenticated(
        authorization.isEmpty()
            ? "the request has no token"
            : "the Authorization header is neither Bearer nor Basic");
  }

  private static boolean hasScheme(String authorization, String scheme) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /** What is behind the colon; the name before it means nothing. */
  private static String password(String credentials) {
    try {
      String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      throw unauthenticated("the Basic credentials are not base 64");
    }
  }

  private static WinnowException unauthenticated(String message) {
    return new WinnowException(ErrorCode.UNAUTHENTICATED, message);
  }
}
