package dev.winnow.server.live;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.storage.RecordId;

/**
 * What a reader is told, as a JSON object.
 *
 * @param cursor the place from which a reader that has this goes on
 */
public record LiveMessage(RecordId cursor, String json) {
  /**
   * A record.
   *
   * @param data the record as answers give it, as JSON
   */
  static LiveMessage ofRecord(RecordId id, String data) {
    return new LiveMessage(
        id, "{\"type\":\"new_log\",\"data\":" + data + ",\"cursor\":\"" + id + "\"}");
  }

  /** The place of a reader, where no record tells it. */
  static LiveMessage ofPlace(RecordId cursor) {
    return new LiveMessage(cursor, "{\"type\":\"cursor\",\"cursor\":\"" + cursor + "\"}");
  }

  /** That so many records are left out up to a place. */
  static LiveMessage ofDropped(long count, RecordId cursor) {
    return new LiveMessage(
        cursor, "{\"type\":\"dropped\",\"count\":" + count + ",\"cursor\":\"" + cursor + "\"}");
  }

  /** That records up to a place are left out which nobody has counted. */
  static LiveMessage ofDropped(RecordId cursor) {
    return new LiveMessage(cursor, "{\"type\":\"dropped\",\"cursor\":\"" + cursor + "\"}");
  }

  /** Why nothing more comes. */
  static String ofEnd(WinnowException reason) {
    StringBuilder json = new StringBuilder();
    new JsonWriter(json)
        .beginObject()
        .key("type")
        .value("error")
        .key("code")
        .value(reason.code().code())
        .key("detail")
        .value(reason.getMessage() + "; " + reason.code().remedy())
        .endObject();
    return json.toString();
  }
}
