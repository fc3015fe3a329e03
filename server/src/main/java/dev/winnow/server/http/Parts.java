package dev.winnow.server.http;

import dev.winnow.server.config.WinnowConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;

/**
 * What resources are given by the composition root.
 *
 * @param config what users have set
 * @param clock tells the time
 * @param startedAt when the server was started
 * @param metrics what the server counts about itself
 */
public record Parts(
    WinnowConfig config, Clock clock, Instant startedAt, PrometheusMeterRegistry metrics) {}
