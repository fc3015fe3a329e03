package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;

/** A route that takes bodies when they are complete. */
public non-sealed interface BodyRoute extends HttpRoute {
  /**
   * Answers a request whose body is complete. Runs on a virtual thread of its own; may block.
   *
   * @param body what was sent, which is gone when this returns
   * @throws WinnowException to have {@link #refuse} say why not
   */
  HttpReply answer(Principal sender, HttpHead head, RequestBody body);
}
