package dev.winnow.server.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Moves what the schema of a parameter tells of it to the parameter, where /docs shows it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ParameterDescriptions implements OASFilter {
  @Override
  public Parameter filterParameter(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema != null && schema.getDescription() != null) {
      parameter.setDescription(schema.getDescription());
      schema.setDescription(null);
    }
    return parameter;
  }
}
