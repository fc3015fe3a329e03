package dev.winnow.formats.otlp;

import dev.winnow.formats.protobuf.ProtobufWriter;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the sender of a request is told. */
public sealed interface OtlpAnswer {
  /**
   * The answer to a request that was taken in, perhaps without some of its records.
   *
   * @param warning what its sender is to know of the others; empty if that is nothing
   */
  static OtlpAnswer accepted(LogsRequest request, String warning) {
    String separator = warning.isEmpty() || request.errorMessage().isEmpty() ? "" : "; ";
    return new Accepted(request.rejectedLogRecords(), request.errorMessage() + separator + warning);
  }

  /**
   * The answer to a request that was not.
   *
   * @param retryDelay after which it may be sent again; zero if it must not, or nothing is known
   */
  static OtlpAnswer refused(WinnowException failure, Duration retryDelay) {
    String message = failure.getMessage();
    return new Refused(
        GrpcCode.of(failure.code()), message == null ? failure.code().code() : message, retryDelay);
  }

  default byte[] encode(OtlpForm form) {
    return switch (form) {
      case PROTOBUF -> protobuf().toByteArray();
      case JSON -> {
        StringBuilder out = new StringBuilder();
        write(new JsonWriter(out));
        yield out.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /** The answer as a message. */
  ProtobufWriter protobuf();

  /** Writes the answer as JSON. */
  void write(JsonWriter json);

  /**
   * {@code ExportLogsServiceResponse}. A message with no record rejected is a warning.
   *
   * @param rejectedLogRecords how many records were left out, for good
   * @param errorMessage why
   */
  record Accepted(long rejectedLogRecords, String errorMessage) implements OtlpAnswer {
    private boolean isPartial() {
      return rejectedLogRecords > 0 || !errorMessage.isEmpty();
    }

    @Override
    public ProtobufWriter protobuf() {
      ProtobufWriter response = new ProtobufWriter();
      return isPartial()
          ? response.message(
              1, new ProtobufWriter().number(1, rejectedLogRecords).text(2, errorMessage))
          : response;
    }

    @Override
    public void write(JsonWriter json) {
      json.beginObject();
      if (isPartial()) {
        json.key("partialSuccess").beginObject();
        // A number of 64 bits is a string in the JSON of protobuf.
        json.key("rejectedLogRecords").value(Long.toString(rejectedLogRecords));
        json.key("errorMessage").value(errorMessage).endObject();
      }
      json.endObject();
    }
  }

  /**
   * {@code google.rpc.Status}, with {@code RetryInfo} if there is a delay.
   *
   * @param retryDelay zero if there is none
   */
  record Refused(GrpcCode code, String message, Duration retryDelay) implements OtlpAnswer {
    private static final String RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo";

    @Override
    public ProtobufWriter protobuf() {
      ProtobufWriter status = new ProtobufWriter().number(1, code.number()).text(2, message);
      if (retryDelay.isZero()) {
        return status;
      }
      ProtobufWriter delay =
          new ProtobufWriter()
              .number(1, retryDelay.toSeconds())
              .number(2, retryDelay.toNanosPart());
      ProtobufWriter retryInfo = new ProtobufWriter().message(1, delay);
      return status.message(3, new ProtobufWriter().text(1, RETRY_INFO).message(2, retryInfo));
    }

    @Override
    public void write(JsonWriter json) {
      json.beginObject();
      json.key("code").value(code.number()).key("message").value(message);
      if (!retryDelay.isZero()) {
        json.key("details").beginArray().beginObject();
        json.key("@type").value(RETRY_INFO);
        json.key("retryDelay").value(seconds());
        json.endObject().endArray();
      }
      json.endObject();
    }

    /** A duration as the JSON of protobuf has it: {@code 3s}, {@code 1.500s}. */
    private String seconds() {
      long millis = retryDelay.toMillisPart();
      return retryDelay.toSeconds() + (millis == 0 ? "s" : ".%03ds".formatted(millis));
    }
  }
}
