package dev.winnow.formats.otlp;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A change to some bytes, at a place that is a fraction of their length. */
public record Mutation(Kind kind, double place, byte value) {
  /** What is done. */
  public enum Kind {
    SET,
    FLIP,
    INSERT,
    REMOVE,
    TRUNCATE
  }

  public static Arbitrary<Mutation> arbitrary() {
    return Combinators.combine(
            Arbitraries.of(Kind.class), Arbitraries.doubles().between(0, 1), Arbitraries.bytes())
        .as(Mutation::new);
  }

  public byte[] apply(byte[] bytes) {
    int at = (int) (place * Math.max(0, bytes.length - 1));
    byte[] head = Arrays.copyOf(bytes, at);
    return switch (kind) {
      case SET -> join(head, new byte[] {value}, bytes, at + 1);
      case FLIP ->
          join(head, new byte[] {(byte) (valueAt(bytes, at) ^ 1 << (value & 7))}, bytes, at + 1);
      case INSERT -> join(head, new byte[] {value}, bytes, at);
      case REMOVE -> join(head, new byte[0], bytes, at + 1);
      case TRUNCATE -> head;
    };
  }

  private static byte valueAt(byte[] bytes, int at) {
    return at < bytes.length ? bytes[at] : 0;
  }

  private static byte[] join(byte[] head, byte[] middle, byte[] bytes, int rest) {
    int restLength = Math.max(0, bytes.length - rest);
    byte[] joined = Arrays.copyOf(head, head.length + middle.length + restLength);
    System.arraycopy(middle, 0, joined, head.length, middle.length);
    System.arraycopy(
        bytes, bytes.length - restLength, joined, head.length + middle.length, restLength);
    return joined;
  }
}
