package dev.winnow.server.listen;

import dev.winnow.formats.otlp.GrpcCode;
import dev.winnow.formats.otlp.OtlpAnswer;
import dev.winnow.formats.otlp.OtlpForm;
import dev.winnow.kernel.WinnowException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;

/** Failures as gRPC tells them: a status, and when the same may be sent again. */
final class GrpcFailure {
  /** Holds a {@code google.rpc.Status}, whose {@code RetryInfo} senders of OTLP heed. */
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private GrpcFailure() {}

  static Status status(WinnowException failure) {
    return Status.fromCodeValue(GrpcCode.of(failure.code()).number())
        .withDescription(failure.getMessage() + "; " + failure.code().remedy());
  }

  static Metadata trailers(WinnowException failure) {
    Metadata trailers = new Metadata();
    Duration delay = Refusal.retryDelay(failure.code());
    if (!delay.isZero()) {
      OtlpAnswer details = OtlpAnswer.refused(failure, delay);
      trailers.put(DETAILS, details.encode(OtlpForm.PROTOBUF));
    }
    return trailers;
  }
}
