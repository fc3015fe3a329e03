package dev.winnow.server.http.settings;

import dev.winnow.server.settings.GigabytePrice;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's records cost.
 *
 * @param perGb for 10<sup>9</sup> bytes; null if there is no price, as is the currency
 * @param currency a code of ISO 4217
 */
@Schema(name = "Price")
record PriceAnswer(@Nullable Double perGb, @Nullable String currency) {
  static PriceAnswer of(Optional<GigabytePrice> price) {
    return new PriceAnswer(
        price.map(GigabytePrice::perGb).orElse(null),
        price.map(GigabytePrice::currency).orElse(null));
  }
}
