package dev.winnow.formats.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document that holds records, or leads to others that do.
 *
 * @param key the name of the member
 * @param beside a member that must come before it; {@link #FIRST} if none may, empty if any may
 * @param keepsHead whether the members before it belong to each of the records
 * @param inner the places within, or within each of its elements if it is an array
 */
record RecordPlace(String key, String beside, boolean keepsHead, List<RecordPlace> inner) {
  private static final String FIRST = "{";

  /** Log records of OTLP. */
  static final RecordPlace LOG_RECORDS = new RecordPlace("logRecords", "", true, List.of());

  /** A place whose elements are records. */
  static final RecordPlace PLAIN = new RecordPlace("", "", false, List.of());

  /** The places in a document as such. */
  static final RecordPlace ROOT =
      new RecordPlace(
          "",
          "",
          false,
          List.of(
              // AWS CloudTrail and Azure's resource logs.
              new RecordPlace("Records", FIRST, false, List.of()),
              new RecordPlace("records", FIRST, false, List.of()),
              // The answers of AWS CloudWatch Logs, and what it sends to subscribers.
              new RecordPlace("events", FIRST, false, List.of()),
              new RecordPlace("logEvents", "logGroup", true, List.of()),
              // Lists of Kubernetes.
              new RecordPlace("items", "apiVersion", false, List.of()),
              // The answer of a search in Elasticsearch.
              new RecordPlace(
                  "hits",
                  "took",
                  false,
                  List.of(
                      new RecordPlace(
                          "hits",
                          "",
                          false,
                          List.of(new RecordPlace("_source", "", false, List.of()))))),
              // OTLP.
              new RecordPlace(
                  "resourceLogs",
                  FIRST,
                  false,
                  List.of(new RecordPlace("scopeLogs", "", true, List.of(LOG_RECORDS))))));

  /**
   * The place that a member is; null if it is none.
   *
   * @param in holds the members before it, from {@code head} on
   */
  @Nullable RecordPlace find(byte[] name, int length, byte[] in, int head, int headLength) {
    for (RecordPlace place : inner) {
      if (isSame(place.key, name, 0, length) && place.fits(in, head, headLength)) {
        return place;
      }
    }
    return null;
  }

  private boolean fits(byte[] in, int from, int length) {
    if (beside.isEmpty() || beside.equals(FIRST)) {
      return beside.isEmpty() || length <= 1;
    }
    String quoted = '"' + beside + '"';
    for (int i = from; i + quoted.length() <= from + length; i++) {
      if (in[i] == '"' && isSame(quoted, in, i, quoted.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(String text, byte[] in, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != in[from + i]) {
        return false;
      }
    }
    return true;
  }
}
