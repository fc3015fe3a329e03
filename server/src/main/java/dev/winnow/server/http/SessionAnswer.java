package dev.winnow.server.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param needsToken whether the server asks for tokens at all
 * @param tenantId null if nobody is signed in; so are role and name
 * @param role viewer, editor or admin
 * @param name the name of the token; null also if none is needed
 * @param expiresAt when the session ends at the latest; null if there is none
 */
@Schema(name = "Session")
public record SessionAnswer(
    boolean needsToken,
    @Nullable String tenantId,
    @Nullable String role,
    @Nullable String name,
    @Nullable Instant expiresAt) {}
