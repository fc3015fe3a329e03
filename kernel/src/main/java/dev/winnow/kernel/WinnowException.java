package dev.winnow.kernel;

/**
 * A failure that a caller can name by its {@link ErrorCode}; the root of Winnow's exceptions.
 *
 * <p>The message is lower case and concrete: it holds the offending value and the limit. Log text
 * never causes one; only configuration, requests and files do.
 */
public class WinnowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public WinnowException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public WinnowException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public final ErrorCode code() {
    return code;
  }
}
