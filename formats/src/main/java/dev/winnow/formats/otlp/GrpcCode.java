package dev.winnow.formats.otlp;

import dev.winnow.kernel.ErrorCode;

/** A status of gRPC, as far as servers of Winnow answer with it. */
public enum GrpcCode {
  INVALID_ARGUMENT(3),
  NOT_FOUND(5),
  PERMISSION_DENIED(7),
  /** Clients of OTLP send again on it only if they are told when. */
  RESOURCE_EXHAUSTED(8),
  UNIMPLEMENTED(12),
  INTERNAL(13),
  UNAVAILABLE(14),
  UNAUTHENTICATED(16);

  private final int number;

  GrpcCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The status for a failure: one that can pass is {@link #UNAVAILABLE}, whatever it is. */
  public static GrpcCode of(ErrorCode code) {
    if (code.kind() == ErrorCode.Kind.TRANSIENT) {
      return UNAVAILABLE;
    }
    return switch (code.httpStatus()) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> PERMISSION_DENIED;
      case 404 -> NOT_FOUND;
      case 413 -> RESOURCE_EXHAUSTED;
      case 415, 501 -> UNIMPLEMENTED;
      default -> code.httpStatus() < 500 ? INVALID_ARGUMENT : INTERNAL;
    };
  }
}
