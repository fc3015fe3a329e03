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

  private final FilterPath wanted;
  private final JsonWriter json;
  private final Attributes.Builder said = Attributes.builder();
  private final Attributes.Builder error = Attributes.builder();

  private BulkAnswer(FilterPath wanted, JsonWriter json) {
    this.wanted = wanted;
    this.json = json;
  }

  /** What became of each action, as far as its sender wants to know. */
  public static String of(BulkRequest request, long tookMillis, FilterPath wanted) {
    StringBuilder out = new StringBuilder();
    new BulkAnswer(wanted, new JsonWriter(out)).write(request, tookMillis);
    return out.toString();
  }

  private void write(BulkRequest request, long tookMillis) {
    json.beginObject();
    member("took", AnyValue.of(tookMillis));
    member("errors", AnyValue.of(request.rejected() > 0));
    if (request.items().isEmpty()) {
      member(ITEMS, AnyValue.of(List.of()));
    } else {
      items(request.items());
    }
    json.endObject();
  }

  private void member(String name, AnyValue value) {
    AnyValue some = wanted.of(name, value);
    if (!some.equals(AnyValue.empty())) {
      AnyValueJson.write(some, json.key(name));
    }
  }

  /** One after the other, as a small request may have a hundred thousand. */
  private void items(List<BulkItem> items) {
    boolean hasBegun = false;
    for (BulkItem item : items) {
      AnyValue some = wanted.of(ITEMS, value(item));
      if (!some.equals(AnyValue.empty())) {
        if (!hasBegun) {
          json.key(ITEMS).beginArray();
          hasBegun = true;
        }
        AnyValueJson.write(some, json);
      }
    }
    if (hasBegun) {
      json.endArray();
    }
  }

  private AnyValue value(BulkItem item) {
    BulkAction action = item.action();
    said.clear().put("_index", action.index());
    if (!action.id().isEmpty()) {
      said.put("_id", action.id());
    }
    said.put("status", item.isRefused() ? REFUSED : CREATED);
    if (item.isRefused()) {
      said.put("error", value(item.refusal()));
    } else {
      said.put("result", "created");
    }
    return AnyValue.of(Attributes.of(action.name(), AnyValue.of(said.build())));
  }

  private AnyValue value(Refusal refusal) {
    error.clear().put("type", refusal.type()).put("reason", refusal.reason());
    return AnyValue.of(error.build());
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
