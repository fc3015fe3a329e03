package dev.winnow.server.settings;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.server.request.JsonBody;
import java.util.Currency;

/**
 * What a gigabyte of records costs.
 *
 * @param perGb for 10<sup>9</sup> bytes, as the counts have them
 * @param currency a code of ISO 4217
 */
public record GigabytePrice(double perGb, String currency) {
  public static final int MOST = 1_000_000;

  /**
   * Reads a price from the JSON object that {@link #json} writes.
   *
   * @throws dev.winnow.kernel.WinnowException if it is none; says why
   */
  public static GigabytePrice parse(byte[] json) {
    JsonBody body = JsonBody.parse(json);
    GigabytePrice price = new GigabytePrice(body.number("per_gb"), body.text("currency"));
    body.end();
    if (price.perGb <= 0 || price.perGb > MOST) {
      throw body.refused("per_gb", "must be more than 0 and at most " + MOST);
    }
    try {
      Currency.getInstance(price.currency);
    } catch (IllegalArgumentException unknown) {
      throw body.refused("currency", "must be a code of ISO 4217, such as EUR");
    }
    return price;
  }

  String json() {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out).beginObject();
    json.key("per_gb").value(perGb).key("currency").value(currency).endObject();
    return out.toString();
  }
}
