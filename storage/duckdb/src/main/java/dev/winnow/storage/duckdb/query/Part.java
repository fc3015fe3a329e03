package dev.winnow.storage.duckdb.query;

/**
 * A part as questions see it. What it says of records may be wider than they are, never narrower.
 *
 * @param alias the name under which its file is attached
 * @param epochDay the day of its partition, in days since 1970
 * @param earliest the time of its oldest record, in nanoseconds since 1970
 * @param latest the time of its newest record
 * @param firstSequence the first commit that it has records of
 * @param lastSequence the last
 */
public record Part(
    String alias, int epochDay, long earliest, long latest, long firstSequence, long lastSequence) {
  public Part {
    if (!alias.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("not a name that a statement may have: " + alias);
    }
  }

  String records() {
    return alias + ".records";
  }

  String rollups() {
    return alias + ".rollups";
  }
}
