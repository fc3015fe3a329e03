package dev.winnow.server.records;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The values of several fields. */
@Schema(name = "FacetList")
public record FacetsAnswer(List<FacetAnswer> facets) {}
