package dev.winnow.server.config;

import java.util.Map;

/**
 * Values of one origin.
 *
 * @param origin where they are from, as in "port is from ORIGIN"
 * @param values by key
 */
record Layer(String origin, Map<String, String> values) {}
