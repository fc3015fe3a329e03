package dev.winnow.server.http.settings;

import dev.winnow.server.settings.GigabytePrice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price as somebody sets it; {@link GigabytePrice} reads it. */
@Schema(requiredProperties = {"per_gb", "currency"})
record PriceRequest(
    @Schema(
            description = "For 1000000000 bytes, as the counts have them; more than 0.",
            maximum = "" + GigabytePrice.MOST,
            examples = "0.5")
        double perGb,
    @Schema(description = "A code of ISO 4217.", pattern = "^[A-Z]{3}$", examples = "EUR")
        String currency) {}
