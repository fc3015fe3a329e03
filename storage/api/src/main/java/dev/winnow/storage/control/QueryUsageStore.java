package dev.winnow.storage.control;

import java.util.List;

/**
 * Which fields and templates queries touch, as a base for recommendations. Of each tenant and
 * subject {@value #MAX_NAMES} names are kept; those that were not used for the longest time give
 * way, and start from nothing if they are used again.
 */
public interface QueryUsageStore {
  /** The number of names that are kept per tenant and subject. */
  int MAX_NAMES = 2_000;

  /** Adds to what is known of a tenant's queries. */
  void add(String tenantId, List<QueryUsage> uses);

  /** What a tenant's queries touched most often, that first; equally often used ones by name. */
  List<QueryUsage> mostUsed(String tenantId, QueryUsage.Subject subject, int limit);
}
