package dev.winnow.server.templates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the templates of a window differ from those of a base.
 *
 * @param sizeRatio how many times the base the window is; 0 if one of them has no records
 * @param sizeFrom what that was read from: {@code templates} that both have, or all {@code records}
 * @param remarks what to know before trusting the rest
 * @param newPatterns templates of the window that the base does not have, the surest first
 * @param gonePatterns templates of the base that the window does not have
 * @param shiftedPatterns templates that are at least twice, or at most half, as frequent
 * @param counts how many templates there are of each kind; {@code unsure} has too few records
 */
public record TemplateDiff(
    Window base,
    Window window,
    double sizeRatio,
    String sizeFrom,
    List<String> remarks,
    List<Change> newPatterns,
    List<Change> gonePatterns,
    List<Change> shiftedPatterns,
    Map<String, Long> counts) {
  /** A stretch of time and what was logged in it. */
  @Schema(name = "ComparedWindow")
  public record Window(Instant startTime, Instant endTime, double durationSeconds, long records) {}

  /**
   * A template that differs.
   *
   * @param kind new, gone, more or less
   * @param isError whether records of it are of ERROR or worse
   * @param expectedCount what the base would have had, were it as large as the window
   * @param ratio how many times as frequent it is, with the sizes taken out
   * @param ratioLow lower end of the interval that holds the true ratio with 95 %
   * @param ratioHigh upper end; null if there is none
   * @param qValue the share of false ones among all differences at least as sure
   */
  @Schema(name = "TemplateChange")
  public record Change(
      String templateId,
      @Nullable String template,
      String kind,
      boolean isError,
      long baseCount,
      long count,
      double expectedCount,
      double ratio,
      double ratioLow,
      @Nullable Double ratioHigh,
      double qValue) {}
}
