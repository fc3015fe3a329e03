package dev.winnow.server.http.settings;

import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.server.request.JsonBody;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionRule;
import java.time.DateTimeException;
import java.time.Duration;

/** Reads a retention class as somebody asks for it, in the form of {@link RetentionClassAnswer}. */
final class RetentionClassRequest {
  private RetentionClassRequest() {}

  /** Reads the class of a name, which the body may repeat. */
  static RetentionClass parse(String name, byte[] json) {
    JsonBody body = JsonBody.parse(json);
    String repeated = body.optionalText("name");
    if (repeated != null && !repeated.equals(name)) {
      throw body.refused("name", "is another than in the path");
    }
    RetentionClass retention =
        new RetentionClass(
            name,
            position(body),
            maxAge(body),
            body.optionalInteger("max_bytes"),
            body.objects("rules").stream().map(RetentionClassRequest::rule).toList());
    body.end();
    return retention;
  }

  private static int position(JsonBody body) {
    long position = body.integer("position");
    if (position != (int) position) {
      throw body.refused("position", "is too large");
    }
    return (int) position;
  }

  private static Duration maxAge(JsonBody body) {
    String text = body.text("max_age");
    try {
      return AgeText.parse(text);
    } catch (DateTimeException | ArithmeticException noAge) {
      throw body.refused("max_age", "must be a length of time such as 90d, 12h or P90D");
    }
  }

  private static RetentionRule rule(JsonBody body) {
    String tenantId = body.optionalText("tenant_id");
    Predicate where = body.optionalPredicate("where");
    body.end();
    return new RetentionRule(tenantId, where);
  }
}
