package dev.winnow.server.listen;

import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.Principal;

/** A route that takes bodies as they come, which may be of any length, and take any time. */
public non-sealed interface StreamRoute extends HttpRoute {
  /**
   * Reads a body and answers at its end. Runs on a virtual thread of its own; may block, which
   * slows the sender down.
   *
   * @throws WinnowException to have {@link #refuse} say why it is read no further
   */
  HttpReply answer(Principal sender, HttpHead head, BodyStream body);
}
