package dev.winnow.server.http;

import dev.winnow.server.request.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How somebody signs in.
 *
 * @param token the secret of a token
 */
@Schema(requiredProperties = "token")
record SessionRequest(@Schema(description = "The secret of a token.") String token) {
  static SessionRequest parse(byte[] json) {
    JsonBody body = JsonBody.parse(json);
    SessionRequest request = new SessionRequest(body.text("token"));
    body.end();
    return request;
  }

  String authorization() {
    return "Bearer " + token;
  }
}
