package dev.winnow.e2e.architecture.offender.storage.duckdb;

/** What neither a port nor another adapter may use. */
public final class Adapter {}
