package dev.winnow.server.receiver;

import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpForm;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.server.access.Principal;
import dev.winnow.server.listen.GrpcRoute;

/** OTLP over gRPC: {@code LogsService/Export}. */
public final class OtlpGrpcRoute implements GrpcRoute {
  public static final String METHOD = "opentelemetry.proto.collector.logs.v1.LogsService/Export";

  private static final String NAME = "otlp_grpc";

  private final OtlpReceiver receiver;

  /**
   * A route.
   *
   * @param processors how many requests are usually decoded at the same time
   */
  public OtlpGrpcRoute(Pipeline pipeline, DecodeLimits limits, int processors) {
    receiver = new OtlpReceiver(NAME, pipeline, limits, processors);
  }

  @Override
  public String receiver() {
    return NAME;
  }

  @Override
  public byte[] answer(Principal sender, String peer, byte[] message) {
    return receiver.receive(sender, "", OtlpForm.PROTOBUF, message);
  }
}
