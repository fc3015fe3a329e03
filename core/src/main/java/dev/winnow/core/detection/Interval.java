package dev.winnow.core.detection;

/**
 * Windows [from, to) of a series against the rest of it.
 *
 * @param expected what the rate of the rest foretells
 * @param outside the records of the rest
 * @param logPValue of so many or more, or so few or fewer, for this interval alone
 */
record Interval(int from, int to, double count, double expected, double outside, double logPValue) {
  boolean rises() {
    return count > expected;
  }
}
