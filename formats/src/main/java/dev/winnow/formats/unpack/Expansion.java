package dev.winnow.formats.unpack;

/** How much a file has unpacked to. */
final class Expansion {
  private final RawBytes raw;
  private final Limits limits;
  private long bytes;
  private boolean exceeded;

  Expansion(RawBytes raw, Limits limits) {
    this.raw = raw;
    this.limits = limits;
  }

  /** Counts bytes that a layer gave. Returns whether they are more than any log unpacks to. */
  boolean isExceededBy(int unpacked) {
    bytes += Math.max(unpacked, 0);
    exceeded |= bytes > limits.bytes() && bytes / limits.ratio() > raw.taken();
    return exceeded;
  }

  /** Whether they were too many. */
  boolean isExceeded() {
    return exceeded;
  }

  Limits limits() {
    return limits;
  }

  /** Whether the file ended early because the reading thread is to stop. */
  boolean isInterrupted() {
    return raw.isInterrupted();
  }
}
