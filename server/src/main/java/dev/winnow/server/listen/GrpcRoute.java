package dev.winnow.server.listen;

import dev.winnow.server.access.Principal;

/** What answers the calls of one unary method, whose messages it reads and writes itself. */
@FunctionalInterface
public interface GrpcRoute {
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
