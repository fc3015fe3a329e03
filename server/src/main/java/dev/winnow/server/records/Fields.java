package dev.winnow.server.records;

import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import java.util.List;

/** Tells which fields records have, by a look at the newest of them. */
public final class Fields {
  public static final int DEFAULT_SAMPLE = 1_000;
  public static final int DEFAULT_LIMIT = 200;
  public static final int MAX_LIMIT = 1_000;

  private final LogReader reader;

  public Fields(LogReader reader) {
    this.reader = reader;
  }

  /**
   * The fields of records.
   *
   * @param sample how many records are looked at, at most; fewer where they are large
   * @param limit how many fields are listed, at most
   */
  public FieldsAnswer fields(Selection selection, int sample, int limit) {
    RecordSample newest = RecordSample.of(reader, selection, sample);
    FieldTally tally = new FieldTally();
    newest.records().forEach(stored -> tally.add(stored.kept()));
    List<FieldsAnswer.FieldAnswer> listed = tally.most(limit);
    return new FieldsAnswer(
        listed, newest.records().size(), newest.isComplete(), tally.size() - listed.size());
  }
}
