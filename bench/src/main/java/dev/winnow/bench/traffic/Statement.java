package dev.winnow.bench.traffic;

/**
 * A place in the code of a service that logs: what a template should be found for.
 *
 * @param id counts the statements of all services from 0
 * @param severityText as the service spells it; empty if it gives none
 * @param severityNumber 0 if the service gives none
 */
public record Statement(
    int id,
    Service service,
    String severityText,
    int severityNumber,
    String scope,
    String function,
    Failure failure,
    TextPattern body) {

  /** How a statement tells of an exception. */
  public enum Failure {
    NONE(""),
    IN_ATTRIBUTES("+"),
    IN_BODY("++");

    private final String mark;

    Failure(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /** Whether it is an error or worse. */
  public boolean isError() {
    return severityNumber >= 17;
  }
}
