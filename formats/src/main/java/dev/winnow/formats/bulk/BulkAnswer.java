package dev.winnow.formats.bulk;

import dev.winnow.formats.bulk.BulkItem.Refusal;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.util.List;

/** What senders of bulk requests are told, in the words of Elasticsearch. */
public final class BulkAnswer {
  private static final String ITEMS = "items";
  private static final int CREATED = 201;
  private static final int REFUSED = 400;

  private BulkAnswer() {}

  /** What became of each action, as far as its sender wants to know. */
  public static String of(BulkRequest request, long tookMillis, FilterPath wanted) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out).beginObject();
    Attributes.Builder head =
        Attributes.builder().put("took", tookMillis).put("errors", request.rejected() > 0);
    if (request.items().isEmpty()) {
      head.put(ITEMS, AnyValue.of(List.of()));
    }
    members(head.build(), wanted)
        .forEach((name, value) -> AnyValueJson.write(value, json.key(name)));
    writeItems(request.items(), wanted, json);
    json.endObject();
    return out.toString();
  }

  /** One after the other, as a small request may have a hundred thousand. */
  private static void writeItems(List<BulkItem> items, FilterPath wanted, JsonWriter json) {
    boolean hasBegun = false;
    for (BulkItem item : items) {
      Attributes only = Attributes.of(ITEMS, AnyValue.of(List.of(item(item))));
      if (members(only, wanted).value(ITEMS) instanceof AnyValue.ArrayValue some) {
        if (!hasBegun) {
          json.key(ITEMS).beginArray();
          hasBegun = true;
        }
        some.values().forEach(value -> AnyValueJson.write(value, json));
      }
    }
    if (hasBegun) {
      json.endArray();
    }
  }

  private static Attributes members(Attributes answer, FilterPath wanted) {
    return wanted.of(AnyValue.of(answer)) instanceof AnyValue.KvListValue some
        ? some.entries()
        : Attributes.EMPTY;
  }

  private static AnyValue item(BulkItem item) {
    BulkAction action = item.action();
    Attributes.Builder said = Attributes.builder().put("_index", action.index());
    if (!action.id().isEmpty()) {
      said.put("_id", action.id());
    }
    said.put("status", item.isRefused() ? REFUSED : CREATED);
    if (item.isRefused()) {
      Refusal refusal = item.refusal();
      said.put(
          "error",
          AnyValue.of(
              Attributes.builder()
                  .put("type", refusal.type())
                  .put("reason", refusal.reason())
                  .build()));
    } else {
      said.put("result", "created");
    }
    return AnyValue.of(Attributes.of(action.name(), AnyValue.of(said.build())));
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

  private static void write(Refusal refusal, JsonWriter json) {
    json.key("type").value(refusal.type()).key("reason").value(refusal.reason());
  }
}
