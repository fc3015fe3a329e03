package dev.winnow.server.listen;

import dev.winnow.server.access.Principal;

/** What answers the calls of one unary method, whose messages it reads and writes itself. */
public interface GrpcRoute {
  /** By which the ledger and the metrics know what comes in here, such as {@code otlp_grpc}. */
  String receiver();

  /**
   * Answers a call. Runs on a virtual thread of its own; may block.
   *
   * @param peer the address that the call came from
   * @param message the request, decompressed
   * @return the response
   * @throws dev.winnow.kernel.WinnowException to end the call with a status that fits its code
   */
  byte[] answer(Principal sender, String peer, byte[] message);
}
