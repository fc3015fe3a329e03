package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.StoredRecord;

/**
 * A record, and how large it is in memory.
 *
 * @param characters of all of its texts, those that it shares with other records among them
 */
record SizedRecord(StoredRecord stored, long characters) {}
