package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Failures as gRPC tells them. */
final class GrpcFailure {
  /*
   * Senders of OTLP send again after UNAVAILABLE always, and after RESOURCE_EXHAUSTED only if the
   * details hold a google.rpc.RetryInfo. Details are a google.rpc.Status in a binary trailer; it is
   * small and always the same, so it is written here field by field: a tag is the field's number
   * x 8 + 2 where bytes follow, and + 0 where a number does.
   */

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
  private static final String RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo";
  private static final int RETRY_SECONDS = 1;

  private GrpcFailure() {}

  static Status status(WinnowException failure) {
    return kind(failure.code())
        .withDescription(failure.getMessage() + "; " + failure.code().remedy());
  }

  private static Status kind(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> Status.UNAUTHENTICATED;
      case FORBIDDEN -> Status.PERMISSION_DENIED;
      case REQUEST_TOO_LARGE, RATE_LIMITED -> Status.RESOURCE_EXHAUSTED;
      case INTERNAL_ERROR -> Status.INTERNAL;
      default ->
          code.kind() == ErrorCode.Kind.TRANSIENT ? Status.UNAVAILABLE : Status.INVALID_ARGUMENT;
    };
  }

  static Metadata trailers(WinnowException failure) {
    Metadata trailers = new Metadata();
    if (failure.code().kind() == ErrorCode.Kind.TRANSIENT
        && failure.code() != ErrorCode.INTERNAL_ERROR) {
      trailers.put(DETAILS, details(status(failure)));
    }
    return trailers;
  }

  private static byte[] details(Status status) {
    byte[] duration = {1 << 3, RETRY_SECONDS};
    byte[] any =
        join(field(1, RETRY_INFO.getBytes(StandardCharsets.UTF_8)), field(2, field(1, duration)));
    byte[] code = {1 << 3, (byte) status.getCode().value()};
    byte[] message = String.valueOf(status.getDescription()).getBytes(StandardCharsets.UTF_8);
    return join(code, field(2, message), field(3, any));
  }

  private static byte[] field(int number, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((number << 3) | 2);
    int length = value.length;
    for (; length > 0x7f; length >>>= 7) {
      out.write((length & 0x7f) | 0x80);
    }
    out.write(length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
