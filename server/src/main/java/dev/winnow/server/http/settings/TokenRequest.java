package dev.winnow.server.http.settings;

import dev.winnow.server.request.JsonBody;
import dev.winnow.storage.control.Role;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token as somebody asks for it.
 *
 * @param tenantId whose data it opens; null for the tenant of whoever asks
 * @param expires from when on it is not accepted; null for never
 */
@Schema(requiredProperties = {"name", "role"})
record TokenRequest(
    @Schema(maxLength = 256, description = "What it is for, such as the sender that gets it.")
        String name,
    @Schema(
            implementation = String.class,
            enumeration = {"viewer", "editor", "admin"})
        Role role,
    @Schema(description = "Whose data it opens; your own tenant if it is not given.")
        @Nullable String tenantId,
    @Schema(
            implementation = String.class,
            format = "date-time",
            description = "From when on it is not accepted; never if it is not given.")
        @Nullable Instant expires) {
  static TokenRequest parse(byte[] json) {
    JsonBody body = JsonBody.parse(json);
    TokenRequest request =
        new TokenRequest(
            body.text("name"),
            Role.parse(body.text("role")),
            body.optionalText("tenant_id"),
            body.optionalTime("expires"));
    body.end();
    return request;
  }
}
