package dev.winnow.server.generator;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.request.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody wants the generator to go on; what is not given stays. */
public record GeneratorRequest(
    @Schema(minimum = "1", maximum = "10000") @Nullable Integer ratePerSecond,
    @Schema(minimum = "0", maximum = "100", description = "WARN or worse.")
        @Nullable Integer errorRatePercentage) {
  private static final int FASTEST = 10_000;
  private static final int ALL = 100;

  /**
   * Reads a body.
   *
   * @throws WinnowException if it is none, or asks for what cannot be
   */
  public static GeneratorRequest parse(byte[] json) {
    JsonBody body = JsonBody.parse(json);
    GeneratorRequest request =
        new GeneratorRequest(
            within(body, "rate_per_second", 1, FASTEST),
            within(body, "error_rate_percentage", 0, ALL));
    body.end();
    return request;
  }

  private static @Nullable Integer within(JsonBody body, String name, int least, int most) {
    Long value = body.optionalInteger(name);
    if (value == null) {
      return null;
    }
    if (value < least || value > most) {
      throw body.refused(name, "must be %d to %d, but is %d".formatted(least, most, value));
    }
    return value.intValue();
  }
}
