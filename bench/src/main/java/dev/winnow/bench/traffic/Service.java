package dev.winnow.bench.traffic;

import java.util.List;
import java.util.Map;

/**
 * One of the services.
 *
 * @param instances the resource attributes of each of its instances
 */
public record Service(
    String name, String language, String namespace, List<Map<String, String>> instances) {}
