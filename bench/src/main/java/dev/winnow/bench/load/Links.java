package dev.winnow.bench.load;

import io.grpc.ManagedChannel;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens the links of one load: over HTTP each has a connection, over gRPC some share one. */
final class Links implements Closeable {
  private final Target target;
  private final Protocol protocol;
  private final List<ManagedChannel> channels = new ArrayList<>();

  /** How requests are carried. */
  enum Protocol {
    HTTP,
    HTTP_GZIP,
    /** With a key in each request by which it is recognised when it is sent again. */
    HTTP_KEYED,
    GRPC
  }

  /**
   * @param connections how many connections gRPC has
   */
  Links(Target target, Protocol protocol, int connections) {
    this.target = target;
    this.protocol = protocol;
    if (protocol == Protocol.GRPC) {
      for (int i = 0; i < connections; i++) {
        channels.add(GrpcLink.connect(target));
      }
    }
  }

  /** Opens the link of a worker; it may do so again after a failure. */
  Link open(int worker) throws IOException {
    return protocol == Protocol.GRPC
        ? new GrpcLink(channels.get(worker % channels.size()), target)
        : new HttpLink(target, protocol == Protocol.HTTP_GZIP, protocol == Protocol.HTTP_KEYED);
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
  }
}
