package dev.winnow.server.access;

/** Tells who sends a request. */
@FunctionalInterface
public interface Authenticator {
  /**
   * The one to whom a credential belongs. It is called for each request, on a virtual thread.
   *
   * @param authorization the header of that name: {@code Bearer TOKEN}, or {@code Basic} with a
   *     token as its password, or {@code ApiKey} with either; empty if there is none
   * @throws dev.winnow.kernel.WinnowException with {@code UNAUTHENTICATED} if it is nobody's
   */
  Principal authenticate(String authorization);
}
