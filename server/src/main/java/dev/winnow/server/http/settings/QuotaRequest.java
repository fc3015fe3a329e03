package dev.winnow.server.http.settings;

import dev.winnow.server.request.JsonBody;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.control.Tenant;
import org.jspecify.annotations.Nullable;

/** Reads a quota as somebody asks for it, in the form of {@link QuotaAnswer}. */
final class QuotaRequest {
  private QuotaRequest() {}

  static Quota parse(byte[] json) {
    JsonBody body = JsonBody.parse(json);
    String tenantId = body.optionalText("tenant_id");
    String service = body.optionalText("service");
    Quota quota =
        new Quota(
            tenantId == null ? Tenant.DEFAULT_ID : tenantId,
            service == null ? "" : service,
            body.optionalInteger("max_records"),
            body.optionalInteger("max_bytes"),
            percentage(body, body.optionalInteger("warn_percentage")));
    body.end();
    return quota;
  }

  private static int percentage(JsonBody body, @Nullable Long given) {
    if (given == null) {
      return Quota.DEFAULT_WARN_PERCENTAGE;
    }
    if (given < 1 || given > 100) {
      throw body.refused("warn_percentage", "must lie between 1 and 100");
    }
    return Math.toIntExact(given);
  }
}
