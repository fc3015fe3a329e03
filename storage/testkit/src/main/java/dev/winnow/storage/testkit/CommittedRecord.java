package dev.winnow.storage.testkit;

import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Partition;
import dev.winnow.storage.RecordId;

/** A record with whose it is and where it is kept. */
record CommittedRecord(
    String tenantId, Partition partition, RecordId id, String receiver, KeptRecord kept) {}
