package dev.winnow.cli.server;

import java.time.Duration;
import java.util.Optional;

/**
 * A token as a user asks for it.
 *
 * @param tenantId whose data it opens
 * @param name what it is for
 * @param role what its holder may do
 * @param validity for how long it is accepted; nothing for ever
 */
public record NewToken(String tenantId, String name, String role, Optional<Duration> validity) {}
