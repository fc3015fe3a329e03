package dev.winnow.bench.load;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** OTLP over gRPC, in bytes that are encoded already. Links may share a connection. */
final class GrpcLink implements Link {
  private static final long TIMEOUT_SECONDS = 60;
  private static final long PAUSE_MILLIS = 1000;
  static final MethodDescriptor<byte[], byte[]> EXPORT =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("opentelemetry.proto.collector.logs.v1.LogsService/Export")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(new Bytes())
          .build();

  private final Channel channel;

  GrpcLink(ManagedChannel connection, Target target) {
    Metadata headers = new Metadata();
    if (!target.token().isEmpty()) {
      headers.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
          "Bearer " + target.token());
    }
    channel =
        ClientInterceptors.intercept(
            connection, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  static ManagedChannel connect(Target target) {
    return NettyChannelBuilder.forAddress(target.host(), target.port())
        .usePlaintext()
        .directExecutor()
        .disableRetry()
        .build();
  }

  @Override
  public Answer send(long number, byte[] request) throws IOException {
    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    try {
      return HttpLink.acknowledged(
          ClientCalls.blockingUnaryCall(channel, EXPORT, options, request));
    } catch (StatusRuntimeException failed) {
      return answer(failed.getStatus());
    }
  }

  private static Answer answer(Status status) throws IOException {
    String description = String.valueOf(status.getDescription());
    return switch (status.getCode()) {
      case UNAVAILABLE -> {
        // The library says the same of a connection that broke, but knows why.
        if (status.getCause() != null) {
          throw new IOException(description, status.getCause());
        }
        yield new Answer.TryAgain(PAUSE_MILLIS);
      }
      case DEADLINE_EXCEEDED, CANCELLED -> throw new IOException(description);
      default -> new Answer.Refused(status.getCode() + " " + description);
    };
  }

  /** The connection is closed by whom made it. */
  @Override
  public void close() {}

  /** A message as its bytes. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] message) {
      return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
