package dev.winnow.server.templates;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a template hold in the places of its placeholders.
 *
 * @param sampledRecords the records that were read: the newest that are selected
 * @param isComplete whether these are all that are selected
 * @param recordsWithoutValues those of them whose values could not be told apart
 * @param variables one for each placeholder of the template, in their order
 */
@Schema(name = "VariableList")
public record VariablesAnswer(
    String templateId,
    @Nullable String template,
    long sampledRecords,
    boolean isComplete,
    long recordsWithoutValues,
    List<Variable> variables) {
  /**
   * The values of one placeholder.
   *
   * @param type its type, such as {@code num}
   * @param key the key that stands before it, as in {@code user=}; null if there is none
   * @param count how many values there are
   * @param distinct how many different ones; an estimate within two per cent unless it is exact
   * @param measured how they are spread; null unless all of them measure something
   */
  @Schema(name = "TemplateVariable")
  public record Variable(
      String type,
      @Nullable String key,
      long count,
      long distinct,
      boolean distinctIsExact,
      List<TopValue> top,
      @Nullable Measured measured) {}

  /**
   * A frequent value.
   *
   * @param isCut whether the value is longer than what is shown of it
   * @param countError the count is too high by so much at most
   */
  @Schema(name = "VariableValue")
  public record TopValue(String value, boolean isCut, long count, long countError) {}

  /** How measured values are spread; quantiles are within one per cent of a real value. */
  @Schema(name = "VariableMeasure")
  public record Measured(String unit, double min, double p50, double p95, double max) {}
}
