package dev.winnow.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes inputs without end of a few real ones, as broken and hostile senders would: the same ones
 * for the same seed. Not thread-safe.
 */
public final class Mutator {
  /*
   * An input is a real one with few changes, mostly one, so that much of it is still understood and
   * the change is met deep inside. Half of the changes keep the length, so that what measures others
   * stays right. All know what formats are made of: lengths, numbers, brackets, escapes, and elements
   * that may repeat.
   */

  /** The largest input. */
  static final int MAX_BYTES = 256 << 10;

  private static final int MAX_SPAN = 64;
  private static final int MAX_NESTING_BITS = 18;

  /** How often what comes is a large input: one in so many. */
  private static final int LARGE = 1_000;

  private static final String TEXTS =
      """
      { } [ ] " \\ : , = ( ) % null true -0 1e999 -1e-999 0x7f 9223372036854775807
      -9223372036854775808 18446744073709551616 \\u0000 \\ud800 \\udc00\\ud800 {} [] "" {"a": [[
      and not in (1,2) 1969-12-31T23:59:59.999999999Z 2400-02-29T24:00:60Z 25:61:61
      $double:NaN $bytes:= $text: at\ta.B.c(D.java:1) \u202e \ufeff \ud83d\ude00
      """;

  /** White space, broken UTF-8, numbers of varying length, empty fields, and marks of formats. */
  private static final String BYTES =
      """
      0a 0d0a 09 20 0a0961742000 00 ff c080 eda080 f4908080 80 7f ffffffffffffffffff01 ffffffff07
      ffffffff0f 80808000 0a00 1200 3200 2a020a00 0b 0c 1f8b 28b52ffd
      """;

  private static final List<byte[]> TOKENS =
      Stream.concat(words(TEXTS).map(Mutator::text), words(BYTES).map(HexFormat.of()::parseHex))
          .toList();

  private final SplittableRandom random;
  private final List<byte[]> seeds;

  public Mutator(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new SplittableRandom(seed);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The next input. */
  public byte[] next() {
    byte[] input = seed();
    if (random.nextInt(LARGE) == 0) {
      input = repeated(input, 1 + random.nextInt(MAX_BYTES / Math.max(1, input.length) + 1));
    }
    int changes = 1 + Integer.numberOfTrailingZeros(random.nextInt() | 1 << 4);
    for (int i = 0; i < changes; i++) {
      input = changed(input);
    }
    return input.length > MAX_BYTES ? Arrays.copyOf(input, MAX_BYTES) : input;
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] changed(byte[] in) {
    int at = random.nextInt(in.length + 1);
    int span = Math.min(in.length - at, 1 + random.nextInt(MAX_SPAN));
    return switch (random.nextInt(20)) {
      case 0, 13 -> flipped(in);
      case 1, 14 -> nudged(in);
      case 2, 15, 16 -> overwritten(in, at, token());
      case 17, 18 -> overwritten(in, at, copy(in, span));
      case 19 -> overwritten(in, at, noise(span));
      case 3 -> replaced(in, at, 0, token());
      case 4 -> replaced(in, at, span, token());
      case 5 -> replaced(in, at, span, new byte[0]);
      case 6 -> Arrays.copyOf(in, at);
      case 7 -> repeatedSpan(in, at, span);
      case 8 -> moved(in, at, span);
      case 9 -> spliced(in, at);
      case 10 -> nested(in, at);
      case 11 -> number(in, at);
      default -> replaced(in, at, span, noise(span));
    };
  }

  private static byte[] overwritten(byte[] in, int at, byte[] by) {
    byte[] out = in.clone();
    System.arraycopy(by, 0, out, at, Math.min(by.length, in.length - at));
    return out;
  }

  private byte[] copy(byte[] in, int length) {
    int from = random.nextInt(in.length - length + 1);
    return Arrays.copyOfRange(in, from, from + length);
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] flipped(byte[] in) {
    byte[] out = in.clone();
    if (out.length > 0) {
      out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return out;
  }

  /** Makes a byte, which may be a length, a little more or less. */
  private byte[] nudged(byte[] in) {
    byte[] out = in.clone();
    if (out.length > 0) {
      out[random.nextInt(out.length)] += (byte) (random.nextInt(9) - 4);
    }
    return out;
  }

  private byte[] repeatedSpan(byte[] in, int at, int span) {
    byte[] part = Arrays.copyOfRange(in, at, at + span);
    return replaced(in, at, 0, repeated(part, 1 + random.nextInt(1 << random.nextInt(10))));
  }

  private byte[] moved(byte[] in, int at, int span) {
    byte[] part = Arrays.copyOfRange(in, at, at + span);
    byte[] rest = replaced(in, at, span, new byte[0]);
    return replaced(rest, random.nextInt(rest.length + 1), 0, part);
  }

  /** The beginning of one and the end of another. */
  private byte[] spliced(byte[] in, int at) {
    byte[] other = seed();
    int from = random.nextInt(other.length + 1);
    return replaced(in, at, in.length - at, Arrays.copyOfRange(other, from, other.length));
  }

  private byte[] nested(byte[] in, int at) {
    return replaced(
        in, at, 0, repeated(token(), 1 + random.nextInt(1 << random.nextInt(MAX_NESTING_BITS))));
  }

  /** Puts another number where the next one is. */
  private byte[] number(byte[] in, int at) {
    int from = at;
    while (from < in.length && !isDigit(in[from])) {
      from++;
    }
    int to = from;
    while (to < in.length && isDigit(in[to])) {
      to++;
    }
    long drawn = random.nextLong() >> random.nextInt(Long.SIZE);
    return replaced(in, from, to - from, text(Long.toString(drawn)));
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] repeated(byte[] part, int times) {
    int most = part.length == 0 ? 0 : Math.min(times, Math.max(1, MAX_BYTES / part.length));
    byte[] out = new byte[part.length * most];
    for (int i = 0; i < most; i++) {
      System.arraycopy(part, 0, out, i * part.length, part.length);
    }
    return out;
  }

  private static byte[] replaced(byte[] in, int at, int length, byte[] by) {
    byte[] out = Arrays.copyOf(in, in.length - length + by.length);
    System.arraycopy(by, 0, out, at, by.length);
    System.arraycopy(in, at + length, out, at + by.length, in.length - at - length);
    return out;
  }
}
