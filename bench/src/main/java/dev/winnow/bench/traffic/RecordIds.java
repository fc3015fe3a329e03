package dev.winnow.bench.traffic;

import java.util.HexFormat;
import java.util.UUID;

/** What identifies a record or a trace, as a function of the seed and the number of the request. */
final class RecordIds {
  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long RANDOM_VERSION = 0x4000;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private RecordIds() {}

  /** What everything of a record is drawn from; the request id first. */
  static void restart(SplitMix random, long seed, long request, int place) {
    random.restart(seed, request, place);
  }

  static UUID requestId(SplitMix random) {
    long high = (random.next() & VERSION_MASK) | RANDOM_VERSION;
    return new UUID(high, (random.next() & VARIANT_MASK) | VARIANT);
  }

  /** Traces are drawn from places that no record has. */
  static SplitMix trace(long seed, long request, int trace) {
    return SplitMix.of(seed, request, -1L - trace);
  }

  static String traceId(long seed, long request, int trace) {
    SplitMix random = trace(seed, request, trace);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.next()) + hex.toHexDigits(random.next());
  }
}
