package dev.winnow.storage;

import dev.winnow.kernel.ledger.Reason;

/** All records of a tenant that came by one receiver, from one service, to one end. */
public record LedgerEntry(
    String tenantId, String receiver, String serviceName, Reason reason, long records) {}
