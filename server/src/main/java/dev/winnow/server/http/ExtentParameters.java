package dev.winnow.server.http;

import dev.winnow.server.records.RecordExtent;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters by which a list gives its records in brief. */
public final class ExtentParameters {
  static final String BRIEF = "brief";
  static final String COLUMN = "column";

  @QueryParam(BRIEF)
  @Parameter(
      description =
          "Whether records are cut to what a list shows: 2,048 characters of the body and of the"
              + " message, 64 attributes of the record, of its resource and of its scope, and 256"
              + " characters of each other value. A record that had more says so in shortened;"
              + " /api/logs/{id} gives all of it.",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
      example = "true")
  @Nullable String brief;

  @QueryParam(COLUMN)
  @Parameter(
      description =
          "A field that is not left out in brief, however many there are; several, if given more"
              + " than once, up to 20.",
      example = "attributes.http.response.status_code")
  List<String> column = List.of();

  RecordExtent extent() {
    return RecordExtent.of(new dev.winnow.server.request.Parameter(BRIEF, brief), column);
  }
}
