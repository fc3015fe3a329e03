package dev.winnow.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.StoredRecord;

/** Records as JSON for what is no answer of a resource, in the same form. */
public final class RecordJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModule(new JavaTimeModule());

  static {
    new JsonForm().customize(MAPPER);
    new ValueJson().customize(MAPPER);
  }

  private RecordJson() {}

  /** A whole record as {@code /api/logs} gives it. */
  public static String of(StoredRecord stored) {
    return of(stored, RecordExtent.WHOLE);
  }

  /** A record as {@code /api/logs} gives it to an extent. */
  public static String of(StoredRecord stored, RecordExtent extent) {
    try {
      return MAPPER.writeValueAsString(extent.of(stored));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a record is no JSON", fault);
    }
  }
}
