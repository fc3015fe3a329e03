package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrpcListenerTest {
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  private static String call(TestServer server, String method, int length, CallOptions options) {
    return call(server, method, length, options, new Metadata());
  }

  private static String call(
      TestServer server, String method, int length, CallOptions options, Metadata headers) {
    ManagedChannel channel = channel(server, headers);
    try {
      return new String(
          ClientCalls.blockingUnaryCall(
              channel, descriptor(method, MethodType.UNARY), options, new byte[length]),
          StandardCharsets.UTF_8);
    } finally {
      channel.shutdownNow();
    }
  }

  private static MethodDescriptor<byte[], byte[]> descriptor(String method, MethodType type) {
    return MethodDescriptor.newBuilder(new Bytes(), new Bytes())
        .setType(type)
        .setFullMethodName(method)
        .build();
  }

  private static ManagedChannel channel(TestServer server, Metadata headers) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort())
        .usePlaintext()
        .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
        .build();
  }

  private static StatusRuntimeException failure(
      TestServer server, String method, int length, Metadata headers) {
    try {
      throw new AssertionError(call(server, method, length, CallOptions.DEFAULT, headers));
    } catch (StatusRuntimeException failure) {
      return failure;
    }
  }

  @Test
  void handsOnMessagesPlainAndCompressed() {
    try (TestServer server = new TestServer()) {
      assertThat(call(server, TestServer.METHOD, 5, CallOptions.DEFAULT)).isEqualTo("length 5");
      assertThat(call(server, TestServer.METHOD, 9999, CallOptions.DEFAULT.withCompression("gzip")))
          .isEqualTo("length 9999");
      assertThat(call(server, TestServer.METHOD, 0, CallOptions.DEFAULT)).isEqualTo("length 0");
    }
  }

  @Test
  void refusesWhatIsTooLargeForEver() {
    try (TestServer server = new TestServer("limits.request_size", "1KiB")) {
      StatusRuntimeException plain = failure(server, TestServer.METHOD, 1025, new Metadata());

      assertThat(plain.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThatThrownBy(() ->
              call(server, TestServer.METHOD, 1 << 19, CallOptions.DEFAULT.withCompression("gzip")))
          .hasMessageStartingWith("RESOURCE_EXHAUSTED");
    }
  }

  @Test
  void saysWhatItDoesNotDo() {
    try (TestServer server = new TestServer()) {
      StatusRuntimeException failure =
          failure(
              server,
              "opentelemetry.proto.collector.trace.v1.TraceService/Export",
              1,
              new Metadata());

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }
  }

  /** Senders would repeat for ever what always meets the same fault. */
  @ParameterizedTest
  @ValueSource(ints = {7, 8})
  void refusesForEverWhatMeetsAFault(int length) {
    try (TestServer server = new TestServer()) {
      StatusRuntimeException failure = failure(server, TestServer.METHOD, length, new Metadata());

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
      assertThat(failure.getStatus().getDescription())
          .matches(
              "the request could not be answered; trace_id [0-9a-f]{32};"
                  + " report it with the trace_id, which is in the server's log too");
      assertThat(Objects.requireNonNull(failure.getTrailers()).containsKey(DETAILS)).isFalse();
    }
  }

  @Test
  void asksToComeAgainWhenMemoryIsShort() {
    try (TestServer server = new TestServer()) {
      StatusRuntimeException failure = failure(server, TestServer.METHOD, 9, new Metadata());

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(Objects.requireNonNull(failure.getTrailers()).containsKey(DETAILS)).isTrue();
    }
  }

  @Test
  void countsCallsAndBytesByWhatBecameOfThem() {
    try (TestServer server = new TestServer()) {
      String unknown = "test.Service/Unknown";
      assertThat(call(server, TestServer.METHOD, 5, CallOptions.DEFAULT)).isEqualTo("length 5");
      assertThat(failure(server, TestServer.METHOD, 7, new Metadata()))
          .hasMessageStartingWith("INTERNAL");
      assertThat(failure(server, unknown, 1, new Metadata()))
          .hasMessageStartingWith("UNIMPLEMENTED");

      assertThat(server.traffic.awaitQuiet(Duration.ofMinutes(1))).isTrue();
      assertThat(server.arrivals("grpc", "accepted")).containsExactly(1.0, 5.0);
      assertThat(server.arrivals("grpc", "internal_error")).containsExactly(1.0, 7.0);
      assertThat(server.arrivals("none", "not_found").getFirst()).isEqualTo(1);
      assertThat(server.traffic.requests()).isEqualTo(3);
      assertThat(server.traffic.errors()).isEqualTo(1);
      assertThat(
              server
                  .metrics
                  .get("winnow.requests")
                  .tags("protocol", "grpc", "status", "internal")
                  .counter()
                  .count())
          .isEqualTo(1);
    }
  }

  /** Only the last would be stored, and all of them acknowledged. */
  @Test
  void refusesCallsOfMoreThanOneMessage() throws InterruptedException, ExecutionException {
    try (TestServer server = new TestServer()) {
      ManagedChannel channel = channel(server, new Metadata());
      CompletableFuture<Status> end = new CompletableFuture<>();
      ClientCall<byte[], byte[]> call =
          channel.newCall(
              descriptor(TestServer.METHOD, MethodType.CLIENT_STREAMING), CallOptions.DEFAULT);
      call.start(
          new ClientCall.Listener<>() {
            @Override
            public void onClose(Status status, Metadata trailers) {
              end.complete(status);
            }
          },
          new Metadata());
      call.request(1);
      call.sendMessage(new byte[1]);
      call.sendMessage(new byte[2]);
      call.halfClose();

      assertThat(end.get().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(end.get().getDescription()).startsWith("the call has more than one message");
      channel.shutdownNow();
    }
  }

  @Test
  void refusesNewCallsWhileItEnds() {
    try (TestServer server = new TestServer()) {
      server.isClosing.set(true);

      StatusRuntimeException failure = failure(server, TestServer.METHOD, 1, new Metadata());

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(Objects.requireNonNull(failure.getTrailers()).containsKey(DETAILS)).isTrue();
    }
  }

  @Test
  void closesConnectionsBeyondTheLimit() throws IOException {
    try (TestServer server = new TestServer("limits.connections", "1");
        Socket first = new Socket(InetAddress.getLoopbackAddress(), server.grpcPort())) {
      // The server speaks first; what it says shows that it has taken the connection.
      assertThat(first.getInputStream().read()).isNotNegative();

      try (Socket second = new Socket(InetAddress.getLoopbackAddress(), server.grpcPort())) {
        assertThat(second.getInputStream().read()).isNegative();
      }
      assertThat(server.refusedConnections()).isEqualTo(1);
    }
  }

  @Test
  void tellsWhichKeySetsAPortThatIsTaken() {
    try (TestServer server = new TestServer()) {
      assertThatThrownBy(() -> server.startGrpc(server.grpcPort()))
          .isInstanceOfSatisfying(
              WinnowException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ADDRESS_NOT_AVAILABLE))
          .hasMessageStartingWith(
              "cannot listen on port %d of 127.0.0.1 (server.port, server.host): "
                  .formatted(server.grpcPort()));
    }
  }

  @Test
  void refusesThoseWhoMayNotSend() {
    try (TestServer server = new TestServer()) {
      Metadata viewer = new Metadata();
      viewer.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer viewer");

      assertThat(failure(server, TestServer.METHOD, 1, viewer).getStatus().getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
    }
  }

  /** google.rpc.Status, its details a google.rpc.RetryInfo of one second, in hexadecimal digits. */
  @Test
  void asksToComeAgainWhenTheDiskIsFull() {
    try (TestServer server = new TestServer("data.min_free", "1000000TiB")) {
      StatusRuntimeException failure = failure(server, TestServer.METHOD, 1, new Metadata());
      byte[] details =
          Objects.requireNonNull(Objects.requireNonNull(failure.getTrailers()).get(DETAILS));

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(details).startsWith(0x08, 14, 0x12);
      assertThat(new String(details, StandardCharsets.ISO_8859_1))
          .endsWith("\n(type.googleapis.com/google.rpc.RetryInfo\u0012\u0004\n\u0002\b\u0001");
    }
  }
}
