package dev.winnow.server.listen;

import com.github.luben.zstd.ZstdInputStream;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;
import dev.winnow.server.config.LimitsConfig;
import dev.winnow.server.config.TlsConfig;
import io.grpc.Codec;
import io.grpc.Decompressor;
import io.grpc.DecompressorRegistry;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerStreamTracer;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The port on which gRPC is spoken. Messages are bytes here: routes read and write them. */
public final class GrpcListener implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final int CALLS_PER_CONNECTION = 100;

  /** Zstandard, which senders may choose beside gzip. */
  private static final class Zstd implements Decompressor {
    @Override
    public String getMessageEncoding() {
      return "zstd";
    }

    @Override
    public InputStream decompress(InputStream compressed) throws IOException {
      return new ZstdInputStream(compressed);
    }
  }

  private final Intake intake;
  private final Ports ports;
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
  private final EventLoopGroup loops =
      new NioEventLoopGroup(0, new DefaultThreadFactory("grpc", true));
  private final Server server;

  private GrpcListener(
      NettyServerBuilder builder, Ports ports, Intake intake, Map<String, GrpcRoute> routes) {
    LimitsConfig limits = ports.limits();
    this.intake = intake;
    this.ports = ports;
    deadlines.setRemoveOnCancelPolicy(true);
    builder
        .executor(intake.workers())
        .maxInboundMessageSize(limits.requestSize().asInt())
        .maxInboundMetadataSize(limits.headerSize().asInt())
        .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
        .maxConnectionIdle(limits.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .handshakeTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .permitKeepAliveTime(10, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .bossEventLoopGroup(loops)
        .workerEventLoopGroup(loops)
        .addStreamTracerFactory(
            tracers(method -> new GrpcBodyMeter(intake.budget(), intake.workers())))
        .addStreamTracerFactory(
            tracers(method ->
                new GrpcCallCounter(ports.traffic(), intake.arrivals(), receiver(routes, method))))
        .decompressorRegistry(
            DecompressorRegistry.emptyInstance()
                .with(Codec.Identity.NONE, false)
                .with(new Codec.Gzip(), true)
                .with(new Zstd(), true));
    routes.forEach((method, route) -> builder.addService(service(method, route)));
    server = builder.build();
  }

  /**
   * Opens the port.
   *
   * @param routes what answers each method, by its full name: {@code package.Service/Method}
   * @throws WinnowException if the port is taken, the address none of this machine, or the
   *     certificate cannot be used
   */
  public static GrpcListener start(
      Endpoint endpoint, Ports ports, Intake intake, Map<String, GrpcRoute> routes) {
    InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
    try {
      NettyServerBuilder builder =
          NettyServerBuilder.forAddress(address, credentials(ports.tls()))
              .channelFactory(
                  () -> new BoundedServerChannel(ports.traffic(), endpoint.connections()));
      return new GrpcListener(builder, ports, intake, routes).start();
    } catch (IOException | IllegalArgumentException failure) {
      throw endpoint.notAvailable(failure);
    }
  }

  private GrpcListener start() throws IOException {
    try {
      server.start();
      return this;
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private static ServerCredentials credentials(TlsConfig tls) throws IOException {
    return tls.isEnabled()
        ? TlsServerCredentials.create(tls.certificateFile().toFile(), tls.privateKeyFile().toFile())
        : InsecureServerCredentials.create();
  }

  private static ServerStreamTracer.Factory tracers(Function<String, ServerStreamTracer> maker) {
    return new ServerStreamTracer.Factory() {
      @Override
      public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        return maker.apply(method);
      }
    };
  }

  /** Senders choose the names of methods, which metrics must not repeat. */
  private static String receiver(Map<String, GrpcRoute> routes, String method) {
    GrpcRoute route = routes.get(method);
    return route == null ? GrpcCallCounter.NO_RECEIVER : route.receiver();
  }

  private ServerServiceDefinition service(String name, GrpcRoute route) {
    MethodDescriptor<GrpcMessage, GrpcMessage> method =
        MethodDescriptor.newBuilder(new GrpcMessage.Marshaller(), new GrpcMessage.Marshaller())
            .setType(MethodType.UNARY)
            .setFullMethodName(name)
            .build();
    ServerCallHandler<GrpcMessage, GrpcMessage> handler =
        (call, headers) -> accept(call, headers, route);
    return ServerServiceDefinition.builder(String.valueOf(method.getServiceName()))
        .addMethod(ServerMethodDefinition.create(method, handler))
        .build();
  }

  private ServerCall.Listener<GrpcMessage> accept(
      ServerCall<GrpcMessage, GrpcMessage> call, Metadata headers, GrpcRoute route) {
    GrpcCallCounter counter = GrpcCallCounter.KEY.get();
    try {
      GrpcCall accepted = new GrpcCall(call, counter, route, intake, sender(headers));
      bound(accepted);
      call.request(2);
      return accepted;
    } catch (WinnowException reason) {
      return refused(call, counter, reason);
    } catch (RuntimeException | Error fault) {
      return refused(call, counter, Intake.fault(fault, TraceId.random()));
    }
  }

  private static ServerCall.Listener<GrpcMessage> refused(
      ServerCall<GrpcMessage, GrpcMessage> call, GrpcCallCounter counter, WinnowException reason) {
    GrpcCall.close(call, counter, reason);
    return new ServerCall.Listener<>() {};
  }

  private Principal sender(Metadata headers) {
    if (ports.isClosing().get()) {
      throw new WinnowException(ErrorCode.SHUTTING_DOWN, "the server is about to end");
    }
    String authorization = headers.get(AUTHORIZATION);
    return intake.admit(authorization == null ? "" : authorization);
  }

  /** Ends the call when its message is late, or finds no room. */
  private void bound(GrpcCall call) {
    Duration patience = ports.limits().readTimeout();
    call.boundBy(
        deadlines.schedule(
            () -> call.closeIfArriving(late()), patience.toMillis(), TimeUnit.MILLISECONDS));
    GrpcBodyMeter.KEY.get().whenFull(call::closeIfArriving);
  }

  private static WinnowException late() {
    return new WinnowException(
        ErrorCode.REQUEST_TIMEOUT, "the message did not arrive in time (limits.read_timeout)");
  }

  /** The port that is open, also where any was asked for. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    deadlines.shutdownNow();
    var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
