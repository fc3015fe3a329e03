package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class GrpcMessageTest {
  private final GrpcMessage.Marshaller marshaller = new GrpcMessage.Marshaller();

  @FunctionalInterface
  private interface Failure {
    int meet() throws IOException;
  }

  private static InputStream stream(Failure failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return failure.meet();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return failure.meet();
      }
    };
  }

  private void assertFault(ErrorCode code, Failure failure) {
    GrpcMessage message = marshaller.parse(stream(failure));

    assertThatThrownBy(message::bytes)
        .isInstanceOfSatisfying(
            WinnowException.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @Test
  void readsWhatItWrites() {
    InputStream stream = marshaller.stream(GrpcMessage.of(new byte[] {1, 2}));

    assertThat(marshaller.parse(stream).bytes()).containsExactly(1, 2);
    assertThat(marshaller.parse(new ByteArrayInputStream(new byte[0])).bytes()).isEmpty();
  }

  /** Senders come again after the first, and give the others up. */
  @Test
  void tellsWhyAMessageCannotBeRead() {
    assertFault(
        ErrorCode.OVERLOADED,
        () -> {
          throw new OutOfMemoryError("as in a test");
        });
    assertFault(
        ErrorCode.REQUEST_TOO_LARGE,
        () -> {
          throw Status.RESOURCE_EXHAUSTED.asRuntimeException();
        });
    assertFault(
        ErrorCode.MALFORMED_REQUEST,
        () -> {
          throw new IOException("damaged");
        });
  }
}
