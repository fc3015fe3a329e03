package dev.winnow.storage;

/** A record as it is in the store. */
public record StoredRecord(RecordId id, String receiver, KeptRecord kept) {}
