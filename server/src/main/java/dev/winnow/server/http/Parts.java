package dev.winnow.server.http;

import dev.winnow.pipeline.QuotaMeters;
import dev.winnow.server.access.Authenticator;
import dev.winnow.server.access.Sessions;
import dev.winnow.server.access.SignInLimit;
import dev.winnow.server.access.Tickets;
import dev.winnow.server.backup.Backups;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.deletion.Deletions;
import dev.winnow.server.generator.GeneratorRole;
import dev.winnow.server.listen.Traffic;
import dev.winnow.server.live.LiveTails;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.usage.QueryUses;
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
 * @param traffic requests so far
 * @param authenticator tells who sends a request
 * @param readiness what the server waits for or lacks
 * @param administration what is set while the server runs
 * @param deletions has records deleted
 * @param backups begins backups
 * @param uses notes what queries touch
 * @param meters measure how much of each quota is used
 * @param generator makes records, if it may
 * @param questions what can be asked about the records that are kept
 * @param live shows records as they are stored
 * @param tickets stand for credentials where a browser cannot send one
 * @param sessions stand for credentials in browsers
 * @param signIns bounds how often wrong tokens are told to be wrong
 */
public record Parts(
    WinnowConfig config,
    Clock clock,
    Instant startedAt,
    PrometheusMeterRegistry metrics,
    Traffic traffic,
    Authenticator authenticator,
    Readiness readiness,
    Administration administration,
    Deletions deletions,
    Backups backups,
    QueryUses uses,
    QuotaMeters meters,
    GeneratorRole generator,
    Questions questions,
    LiveTails live,
    Tickets tickets,
    Sessions sessions,
    SignInLimit signIns) {}
