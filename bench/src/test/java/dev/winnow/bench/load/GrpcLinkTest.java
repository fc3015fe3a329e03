package dev.winnow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.bench.traffic.Traffic;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GrpcLinkTest {
  private static final Traffic TRAFFIC = new Traffic(new Traffic.Shape(5, 20, 3, true));

  private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void sendsTheBytesOfEachRequest() throws Exception {
    Outcome outcome = send(this::take, 6);

    assertThat(outcome.acknowledged()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(received).hasSize(6).allMatch(bytes -> bytes.length > 20 * 300);
  }

  @Test
  void tellsWhatWasRefused() throws Exception {
    Outcome outcome =
        send(
            (request, answer) -> {
              if (asked.getAndIncrement() == 1) {
                answer.onError(Status.INVALID_ARGUMENT.withDescription("no").asException());
              } else {
                take(request, answer);
              }
            },
            4);

    assertThat(outcome.acknowledged()).hasSize(3);
    assertThat(outcome.refusals()).containsExactly("INVALID_ARGUMENT no");
  }

  @Test
  void hasNoAnswerWhereNobodyListens() throws Exception {
    Target nobody = new Target("127.0.0.1", 1, "");

    try (Links links = new Links(nobody, Links.Protocol.GRPC, 1)) {
      Outcome outcome = new Load(TRAFFIC, plan(2), links).run();

      assertThat(outcome.unanswered()).hasSize(2);
    }
  }

  private static Plan plan(long requests) {
    return new Plan(0, requests, TimeUnit.HOURS.toNanos(1), 2, 0, 0, 1000);
  }

  private Outcome send(ServerCalls.UnaryMethod<byte[], byte[]> method, long requests)
      throws IOException, InterruptedException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(service(method))
            .build()
            .start();
    Target target = new Target("127.0.0.1", server.getPort(), "");
    try (Links links = new Links(target, Links.Protocol.GRPC, 1)) {
      return new Load(TRAFFIC, plan(requests), links).run();
    } finally {
      server.shutdownNow();
    }
  }

  private static BindableService service(ServerCalls.UnaryMethod<byte[], byte[]> method) {
    MethodDescriptor<byte[], byte[]> export = GrpcLink.EXPORT;
    return () ->
        ServerServiceDefinition.builder("opentelemetry.proto.collector.logs.v1.LogsService")
            .addMethod(export, ServerCalls.asyncUnaryCall(method))
            .build();
  }

  private void take(byte[] request, StreamObserver<byte[]> answer) {
    received.add(request);
    answer.onNext(new byte[0]);
    answer.onCompleted();
  }
}
