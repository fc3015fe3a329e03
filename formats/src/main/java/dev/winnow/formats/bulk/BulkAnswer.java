package dev.winnow.formats.bulk;

import dev.winnow.formats.bulk.BulkItem.Refusal;
import dev.winnow.kernel.json.JsonWriter;

/** What senders of bulk requests are told, in the words of Elasticsearch. */
public final class BulkAnswer {
  private static final int CREATED = 201;
  private static final int REFUSED = 400;

  private BulkAnswer() {}

  /** What became of each action. */
  public static String of(BulkRequest request, long tookMillis) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.key("took").value(tookMillis);
    json.key("errors").value(request.rejected() > 0);
    json.key("items").beginArray();
    request.items().forEach(item -> write(item, json));
    json.endArray().endObject();
    return out.toString();
  }

  private static void write(BulkItem item, JsonWriter json) {
    BulkAction action = item.action();
    json.beginObject().key(action.name()).beginObject();
    json.key("_index").value(action.index());
    if (!action.id().isEmpty()) {
      json.key("_id").value(action.id());
    }
    json.key("status").value(item.isRefused() ? REFUSED : CREATED);
    if (item.isRefused()) {
      json.key("error").beginObject();
      write(item.refusal(), json);
      json.endObject();
    } else {
      json.key("result").value("created");
    }
    json.endObject().endObject();
  }

  private static void write(Refusal refusal, JsonWriter json) {
    json.key("type").value(refusal.type()).key("reason").value(refusal.reason());
  }

  /** Why a whole request is refused. */
  public static String refused(Refusal refusal, int status) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out);
    json.beginObject().key("error").beginObject();
    json.key("root_cause").beginArray().beginObject();
    write(refusal, json);
    json.endObject().endArray();
    write(refusal, json);
    json.endObject();
    json.key("status").value(status).endObject();
    return out.toString();
  }
}
