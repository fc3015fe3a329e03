package dev.winnow.server.overview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much comes in, and what it takes.
 *
 * @param windowSeconds the time up to now over which the rates are taken
 * @param records the records of that time
 * @param errors those of ERROR or worse
 * @param logRate records per second
 * @param errorRate errors as a share of the records; 0 without any
 * @param services the services that logged in that time
 * @param storedRecords all records that were ever stored
 * @param storageUsed what the store takes on disk for all tenants, for people
 * @param storageUsedBytes the same in bytes
 */
@Schema(name = "Metrics")
public record MetricsAnswer(
    long windowSeconds,
    long records,
    long errors,
    double logRate,
    double errorRate,
    long services,
    long storedRecords,
    String storageUsed,
    long storageUsedBytes) {}
