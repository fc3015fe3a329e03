package dev.winnow.formats.request;

import dev.winnow.kernel.hash.Hash64;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.swar.EightBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Short texts that come again and again, made once. Not thread-safe. */
public final class TextCache {
  /*
   * A text has one slot, by its hash. It takes the slot when it is the last but one to ask for it and
   * the last as well: so a text that comes often gets in soon, and texts that come once, such as ids,
   * neither get in nor put others out, and cost no memory.
   */

  private static final int SLOT_BITS = 11;
  private static final int MAX_BYTES = 64;

  private record Entry(long hash, String text, AnyValue value) {}

  private final @Nullable Entry[] entries = new @Nullable Entry[1 << SLOT_BITS];
  private final byte[][] spellings = new byte[1 << SLOT_BITS][];
  private final long[] candidates = new long[1 << SLOT_BITS];

  /** The text in {@code in[from, to)}, in UTF-8. */
  public String text(byte[] in, int from, int to) {
    Entry entry = find(in, from, to);
    return entry == null ? decode(in, from, to) : entry.text;
  }

  /** The same as a value. */
  public AnyValue value(byte[] in, int from, int to) {
    Entry entry = find(in, from, to);
    return entry == null ? AnyValue.of(decode(in, from, to)) : entry.value;
  }

  public static String decode(byte[] in, int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private @Nullable Entry find(byte[] in, int from, int to) {
    if (to - from > MAX_BYTES) {
      return null;
    }
    long hash = hash(in, from, to);
    int slot = (int) (hash >>> (Long.SIZE - SLOT_BITS));
    Entry entry = entries[slot];
    if (entry != null && entry.hash == hash) {
      return isSpelled(spellings[slot], in, from, to) ? entry : null;
    }
    if (candidates[slot] != hash) {
      candidates[slot] = hash;
      return null;
    }
    String text = decode(in, from, to);
    Entry added = new Entry(hash, text, AnyValue.of(text));
    entries[slot] = added;
    spellings[slot] = Arrays.copyOfRange(in, from, to);
    return added;
  }

  private static boolean isSpelled(byte[] spelling, byte[] in, int from, int to) {
    return Arrays.equals(spelling, 0, spelling.length, in, from, to);
  }

  private static long hash(byte[] in, int from, int to) {
    long hash = Integer.toUnsignedLong(to - from);
    int at = from;
    for (int last = to - EightBytes.LENGTH; at <= last; at += EightBytes.LENGTH) {
      hash = Hash64.mix(hash, EightBytes.at(in, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << Byte.SIZE | (in[at] & 0xff);
    }
    return Hash64.mix(hash, rest);
  }
}
