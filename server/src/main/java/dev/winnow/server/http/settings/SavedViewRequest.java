package dev.winnow.server.http.settings;

import dev.winnow.server.request.JsonBody;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A view as somebody wants it saved.
 *
 * @param content a JSON object
 */
@Schema(requiredProperties = {"name", "content"})
record SavedViewRequest(
    @Schema(maxLength = 256) String name,
    @Schema(
            type = SchemaType.OBJECT,
            description = "What the view shows, at most 64 KiB; kept as it is sent.")
        String content) {
  static SavedViewRequest parse(byte[] json) {
    JsonBody body = JsonBody.parse(json);
    SavedViewRequest request = new SavedViewRequest(body.text("name"), body.object("content"));
    body.end();
    return request;
  }
}
