package dev.winnow.server.http.settings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.winnow.storage.control.SavedDocument;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A saved view as the API tells of it.
 *
 * @param owner the id of the token that saved it
 * @param content the JSON object that was sent
 */
@Schema(name = "SavedView")
record SavedViewAnswer(
    String id,
    String name,
    String owner,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String content,
    Instant created,
    Instant updated) {
  /** The views of a tenant, by name. */
  @Schema(name = "SavedViewList")
  record Listing(List<SavedViewAnswer> savedViews) {}

  static SavedViewAnswer of(SavedDocument view) {
    return new SavedViewAnswer(
        view.id(), view.name(), view.owner(), view.content(), view.created(), view.updated());
  }
}
