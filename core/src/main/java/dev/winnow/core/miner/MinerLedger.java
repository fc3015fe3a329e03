package dev.winnow.core.miner;

/**
 * What became of the records that a miner has seen.
 *
 * @param records all of them
 * @param inTemplates counted in templates that are known
 * @param forgotten counted in templates that gave way to others
 * @param unlearned not learned for want of room
 */
public record MinerLedger(long records, long inTemplates, long forgotten, long unlearned) {
  /** Whether every record is accounted for exactly once. */
  public boolean isBalanced() {
    return records == inTemplates + forgotten + unlearned;
  }
}
