package dev.winnow.connectors;

/**
 * What became of records.
 *
 * @param sent all that were to be sent; those that are neither of the others are on their way
 * @param accepted what the receiver has taken
 * @param refused what it has not, or not in time
 * @param reason why the last of those was refused; empty if none was
 */
public record Tally(long sent, long accepted, long refused, String reason) {
  static final Tally NONE = new Tally(0, 0, 0, "");

  Tally send(long records) {
    return new Tally(sent + records, accepted, refused, reason);
  }

  Tally accept(long records) {
    return new Tally(sent, accepted + records, refused, reason);
  }

  Tally refuse(long records, String why) {
    return records == 0 ? this : new Tally(sent, accepted, refused + records, why);
  }
}
