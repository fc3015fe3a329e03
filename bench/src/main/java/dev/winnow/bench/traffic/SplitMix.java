package dev.winnow.bench.traffic;

/** Random numbers that cost a few instructions to start and to draw: SplitMix64. */
final class SplitMix {
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private long state;

  /** A generator for one thing, such as a record, among those of one seed. */
  static SplitMix of(long seed, long first, long second) {
    SplitMix random = new SplitMix();
    random.restart(seed, first, second);
    return random;
  }

  void restart(long seed, long first, long second) {
    state = mix(mix(seed + first * GOLDEN_RATIO) + second);
  }

  long next() {
    state += GOLDEN_RATIO;
    return mix(state);
  }

  /** A number from 0 up to, but not including, a bound. */
  long next(long bound) {
    return Math.unsignedMultiplyHigh(next(), bound);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
