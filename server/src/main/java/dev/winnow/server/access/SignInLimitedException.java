package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.Duration;

/** Too many wrong tokens came from an address. */
public final class SignInLimitedException extends WinnowException {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  SignInLimitedException(String address, Duration pause) {
    super(ErrorCode.SIGN_IN_LIMITED, "too many wrong tokens came from " + address);
    this.pause = pause;
  }

  /** In whole seconds, after how long one more wrong token is told to be wrong. */
  public Duration pause() {
    return pause;
  }
}
