package dev.winnow.storage;

import dev.winnow.kernel.ledger.Reason;

/** Records of one tenant to be added to the ledger. */
public record LedgerDelta(String receiver, String serviceName, Reason reason, long records) {}
