package dev.winnow.bench;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.Random;

/** Requests as an exporter sends them: records of one service with 23 fields each. */
final class OtlpBatch {
  private static final String[] PATHS = {
    "/cart", "/cart/items", "/checkout", "/login", "/products"
  };
  private static final String[] METHODS = {"GET", "POST", "PUT"};

  private final Random random = new Random(42);

  /** A request with so many records, unlike those before. */
  ExportLogsServiceRequest request(int records) {
    ScopeLogs.Builder scope =
        ScopeLogs.newBuilder()
            .setScope(InstrumentationScope.newBuilder().setName("shop.checkout.CartService"));
    for (int i = 0; i < records; i++) {
      scope.addLogRecords(logRecord(i));
    }
    Resource.Builder resource =
        Resource.newBuilder()
            .addAttributes(text("service.name", "checkout"))
            .addAttributes(text("deployment.environment.name", "production"))
            .addAttributes(text("host.name", "node-17.eu-west-1.compute.internal"))
            .addAttributes(text("k8s.pod.name", "checkout-7d4b9c6f5-x2x9p"))
            .addAttributes(text("container.id", "4f1a9b2c7d8e"));
    return ExportLogsServiceRequest.newBuilder()
        .addResourceLogs(ResourceLogs.newBuilder().setResource(resource).addScopeLogs(scope))
        .build();
  }

  private LogRecord logRecord(int i) {
    long time = 1_790_000_000_000_000_000L + i * 1_000_003L;
    boolean isError = random.nextInt(20) == 0;
    long duration = random.nextInt(900);
    return LogRecord.newBuilder()
        .setTimeUnixNano(time)
        .setObservedTimeUnixNano(time + 5_000)
        .setSeverityNumber(
            isError ? SeverityNumber.SEVERITY_NUMBER_ERROR : SeverityNumber.SEVERITY_NUMBER_INFO)
        .setSeverityText(isError ? "ERROR" : "INFO")
        .setBody(
            AnyValue.newBuilder()
                .setStringValue(
                    "order "
                        + random.nextInt(1_000_000)
                        + " took "
                        + duration
                        + " ms for the cart"))
        .setTraceId(bytes(16))
        .setSpanId(bytes(8))
        .setFlags(1)
        .addAttributes(text("thread.name", "http-nio-8080-exec-" + random.nextInt(16)))
        .addAttributes(text("user.id", "user-" + random.nextInt(100_000)))
        .addAttributes(text("http.request.id", "req-" + random.nextLong()))
        .addAttributes(text("session.id", "s-" + random.nextInt(5_000)))
        .addAttributes(text("http.request.method", METHODS[random.nextInt(METHODS.length)]))
        .addAttributes(text("url.path", PATHS[random.nextInt(PATHS.length)]))
        .addAttributes(number("http.response.status_code", isError ? 500 : 200))
        .addAttributes(number("duration_ms", duration))
        .addAttributes(text("code.file.path", "src/main/java/shop/checkout/CartService.java"))
        .build();
  }

  private ByteString bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static KeyValue number(String key, long value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }
}
