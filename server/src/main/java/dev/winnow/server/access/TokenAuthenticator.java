package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.TokenSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Knows senders by their tokens, however their programs can carry one. */
public final class TokenAuthenticator implements Authenticator {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final String API_KEY = "ApiKey ";

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
    if (hasScheme(authorization, API_KEY)) {
      return apiKey(authorization.substring(API_KEY.length()).strip());
    }
    throw unauthenticated(
        authorization.isEmpty()
            ? "the request has no token"
            : "the Authorization header is none of Bearer, Basic, ApiKey");
  }

  private static boolean hasScheme(String authorization, String scheme) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /** Clients of Elasticsearch send a key as it is, or as they do a name and a password. */
  private static String apiKey(String credentials) {
    return TokenSecret.parse(credentials).isPresent() ? credentials : password(credentials);
  }

  /** What is behind the colon; the name before it means nothing. */
  private static String password(String credentials) {
    try {
      String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      throw unauthenticated("the credentials are not base 64");
    }
  }

  private static WinnowException unauthenticated(String message) {
    return new WinnowException(ErrorCode.UNAUTHENTICATED, message);
  }
}
