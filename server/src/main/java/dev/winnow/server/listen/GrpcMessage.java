package dev.winnow.server.listen;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A message as bytes, or why it could not be decompressed. */
final class GrpcMessage {
  private static final byte[] NOTHING = {};

  private final byte[] bytes;
  private final @Nullable WinnowException fault;

  private GrpcMessage(byte[] bytes, @Nullable WinnowException fault) {
    this.bytes = bytes;
    this.fault = fault;
  }

  static GrpcMessage of(byte[] bytes) {
    return new GrpcMessage(bytes, null);
  }

  /**
   * The decompressed message.
   *
   * @throws WinnowException if there is none
   */
  byte[] bytes() {
    if (fault != null) {
      throw fault;
    }
    return bytes;
  }

  /**
   * Reads and writes messages. A fault is kept for the one who asks for the bytes: thrown from
   * here, it would end the call with a status that tells senders nothing.
   */
  static final class Marshaller implements MethodDescriptor.Marshaller<GrpcMessage> {
    @Override
    public InputStream stream(GrpcMessage message) {
      return new ByteArrayInputStream(message.bytes);
    }

    @Override
    public GrpcMessage parse(InputStream stream) {
      try {
        return of(stream.readAllBytes());
      } catch (StatusRuntimeException tooLarge) {
        return failed(ErrorCode.REQUEST_TOO_LARGE, "the message is too large decompressed");
      } catch (IOException broken) {
        return failed(ErrorCode.MALFORMED_REQUEST, "the message cannot be decompressed");
      } catch (OutOfMemoryError shortage) {
        return failed(Intake.fault(shortage, TraceId.random()));
      }
    }

    private static GrpcMessage failed(ErrorCode code, String reason) {
      return failed(new WinnowException(code, reason));
    }

    private static GrpcMessage failed(WinnowException fault) {
      return new GrpcMessage(NOTHING, fault);
    }
  }
}
