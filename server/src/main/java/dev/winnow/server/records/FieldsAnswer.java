package dev.winnow.server.records;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The fields that records have, as far as some of them were looked at.
 *
 * @param fields the most frequent ones first
 * @param sampledRecords the records that were looked at, the newest that are selected
 * @param isComplete whether these are all that are selected
 * @param otherFields the fields that were found and are not listed
 */
@Schema(name = "FieldList")
public record FieldsAnswer(
    List<FieldAnswer> fields, long sampledRecords, boolean isComplete, long otherFields) {
  /**
   * A field.
   *
   * @param field its name, as a query and a facet take it
   * @param type what it holds; mixed if that differs
   * @param count the records that were looked at and have it
   * @param share those as a share of all that were looked at
   */
  @Schema(name = "Field")
  public record FieldAnswer(
      String field,
      @Schema(enumeration = {"text", "number", "boolean", "time", "list", "bytes", "mixed"})
          String type,
      long count,
      double share) {}
}
