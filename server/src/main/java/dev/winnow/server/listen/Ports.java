package dev.winnow.server.listen;

import dev.winnow.server.config.LimitsConfig;
import dev.winnow.server.config.TlsConfig;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all ports of a server have in common.
 *
 * @param traffic counts what comes in by any of them
 * @param isClosing whether the server is about to end
 */
public record Ports(LimitsConfig limits, TlsConfig tls, Traffic traffic, AtomicBoolean isClosing) {}
