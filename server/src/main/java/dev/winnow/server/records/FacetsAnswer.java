package dev.winnow.server.records;

import java.util.List;

/** The values of several fields. */
public record FacetsAnswer(List<FacetAnswer> facets) {}
