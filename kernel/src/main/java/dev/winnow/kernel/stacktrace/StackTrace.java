package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stack trace that was found in a text.
 *
 * <p>Offsets are bytes of the text in UTF-8. Limits: the first 32 exceptions, 256 frames of one
 * exception and 1,024 of all; the rest is counted.
 *
 * @param language the language whose runtime printed it
 * @param begin where the trace begins; what is in front is the message of the log record
 * @param end where its last line ends; what follows is not read
 * @param chain the exceptions from the outermost to its root cause, in this order in every language
 * @param others suppressed exceptions and the further members of groups, as printed
 * @param thrownCount all exceptions of the trace, beyond the limit too
 * @param signature what the fingerprint is the hash of: {@code !type} per exception of the chain,
 *     {@code @frame} per frame that counts, each with a line feed
 * @param fingerprint the same for the same failure, wherever it is deployed and whatever its line
 *     numbers are
 */
public record StackTrace(
    Language language,
    int begin,
    int end,
    List<Thrown> chain,
    List<Thrown> others,
    int thrownCount,
    String signature,
    long fingerprint) {
  /** Copies the exceptions. */
  public StackTrace {
    Objects.requireNonNull(language, "language");
    chain = List.copyOf(chain);
    others = List.copyOf(others);
    Objects.requireNonNull(signature, "signature");
  }

  /** Finds the first stack trace in a text, which may have other text in front. */
  public static Optional<StackTrace> parse(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return parse(utf8, 0, utf8.length);
  }

  /** Finds the first stack trace in {@code utf8[from, to)}. Never throws on any bytes. */
  public static Optional<StackTrace> parse(byte[] utf8, int from, int to) {
    StackTraceScanner scanner = new StackTraceScanner();
    return scanner.scan(utf8, from, to) ? Optional.of(scanner.toStackTrace()) : Optional.empty();
  }

  /** The outermost exception. */
  public Thrown outermost() {
    return chain.get(0);
  }

  /** The exception that caused all others. */
  public Thrown rootCause() {
    return chain.get(chain.size() - 1);
  }
}
