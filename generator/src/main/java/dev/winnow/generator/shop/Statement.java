package dev.winnow.generator.shop;

import dev.winnow.kernel.record.SeverityNumber;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code of a service that logs: what one template should be found for.
 *
 * @param id counts the statements of all services from 0
 * @param severityText as the service spells it; empty if it gives none
 * @param function with the scope before it, as {@code dev.shop.OrderService.place}
 * @param line of the file, which with the function tells the statement from all others
 * @param thrown the exception that it tells of
 * @param printsThrown whether the exception is printed below the text, rather than told in
 *     attributes
 */
public record Statement(
    int id,
    SeverityNumber severity,
    String severityText,
    String scope,
    String function,
    int line,
    TextPattern text,
    @Nullable Thrown thrown,
    boolean printsThrown) {
  /** Whether it is WARN or worse. */
  public boolean isTrouble() {
    return severity.compareTo(SeverityNumber.WARN) >= 0;
  }

  /** The same statement, said with another severity. */
  Statement as(SeverityNumber other, String otherText) {
    return new Statement(id, other, otherText, scope, function, line, text, thrown, printsThrown);
  }

  /** Whether what was being done failed. */
  public boolean isFailure() {
    return severity.isError();
  }
}
