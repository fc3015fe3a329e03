package dev.winnow.bench.traffic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An encoded request of which the slots are filled in each time that it is sent. Immutable, so any
 * number of threads may send it at once.
 */
public final class PooledRequest {
  private final long seed;
  private final List<TrafficRecord> records;
  private final byte[] encoded;
  private final SlotKind[] kinds;
  private final int[] offsets;
  private final int[] arguments;

  PooledRequest(long seed, List<TrafficRecord> records, ProtobufWriter message) {
    this.seed = seed;
    this.records = List.copyOf(records);
    this.encoded = message.toByteArray();
    this.kinds = message.slots().stream().map(Slot::kind).toArray(SlotKind[]::new);
    this.offsets = message.slots().stream().mapToInt(Slot::offset).toArray();
    this.arguments = message.slots().stream().mapToInt(Slot::argument).toArray();
  }

  /** Its records before the slots are filled in. */
  public List<TrafficRecord> records() {
    return records;
  }

  /** The length of the request in bytes, which is the same each time. */
  public int length() {
    return encoded.length;
  }

  /** The request as it is sent. */
  public byte[] fill(long number, Times times) {
    byte[] out = encoded.clone();
    SlotFiller filler = new SlotFiller(out, seed, number, times);
    for (int i = 0; i < kinds.length; i++) {
      filler.fill(kinds[i], offsets[i], arguments[i]);
    }
    return out;
  }

  /**
   * When the records of a request happened: one in each of as many steps, at a random moment in it.
   *
   * @param startNanos the first step, in nanoseconds since 1970
   */
  public record Times(long startNanos, long stepNanos) {}

  List<Slot> slots() {
    return IntStream.range(0, kinds.length)
        .mapToObj(i -> new Slot(kinds[i], offsets[i], arguments[i]))
        .toList();
  }

  /** Writes into one request. Each record starts with its time. */
  private static final class SlotFiller {
    private static final VarHandle LITTLE_ENDIAN =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_ENDIAN =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int USERS = 1_000_000;
    private static final long MOST_DELAY_MICROS = 1024;
    private static final int DURATION_STEPS = 1024;
    private static final double DURATION_PRECISION = 1000;

    private final byte[] out;
    private final long seed;
    private final long number;
    private final Times times;
    private final SplitMix random = new SplitMix();
    private final SplitMix trace = new SplitMix();
    private UUID requestId = new UUID(0, 0);
    private long user;
    private long address;
    private long timestamp;

    SlotFiller(byte[] out, long seed, long number, Times times) {
      this.out = out;
      this.seed = seed;
      this.number = number;
      this.times = times;
    }

    void fill(SlotKind kind, int at, int argument) {
      switch (kind) {
        case TIMESTAMP -> startRecord(at, argument);
        case OBSERVED_TIMESTAMP ->
            LITTLE_ENDIAN.set(out, at, timestamp + random.next(MOST_DELAY_MICROS) * 1000);
        case TRACE_ID -> traceId(at, argument);
        case SPAN_ID -> BIG_ENDIAN.set(out, at, random.next());
        case REQUEST_ID -> requestId(at);
        case USER -> decimal(at, 6, user);
        case ADDRESS -> address(at);
        case DURATION -> duration(at);
        case DIGITS -> digits(at, argument);
        case HEX -> hex(at, argument, random.next());
        case BATCH -> decimal(at, argument, number);
      }
    }

    private void startRecord(int at, int place) {
      RecordIds.restart(random, seed, number, place);
      requestId = RecordIds.requestId(random);
      user = random.next(USERS);
      address = random.next();
      timestamp = times.startNanos() + place * times.stepNanos() + random.next(times.stepNanos());
      LITTLE_ENDIAN.set(out, at, timestamp);
    }

    private void traceId(int at, int ordinal) {
      trace.restart(seed, number, -1L - ordinal);
      BIG_ENDIAN.set(out, at, trace.next());
      BIG_ENDIAN.set(out, at + Long.BYTES, trace.next());
    }

    private void requestId(int at) {
      long high = requestId.getMostSignificantBits();
      long low = requestId.getLeastSignificantBits();
      hex(at, 8, high);
      dash(at + 8);
      hex(at + 9, 4, high << 32);
      dash(at + 13);
      hex(at + 14, 4, high << 48);
      dash(at + 18);
      hex(at + 19, 4, low);
      dash(at + 23);
      hex(at + 24, 12, low << 16);
    }

    private void dash(int at) {
      out[at] = '-';
    }

    /** Four numbers from 100 to 255. */
    private void address(int at) {
      for (int i = 0; i < 4; i++) {
        decimal(at + 4 * i, 3, 100 + (address >>> (16 * i) & 0xffff) * 156 / 0x10000);
        if (i < 3) {
          out[at + 4 * i + 3] = '.';
        }
      }
    }

    private void duration(int at) {
      double base = Double.longBitsToDouble((long) LITTLE_ENDIAN.get(out, at));
      double factor = (double) (DURATION_STEPS / 2 + random.next(DURATION_STEPS)) / DURATION_STEPS;
      double drawn = Math.rint(base * factor * DURATION_PRECISION) / DURATION_PRECISION;
      LITTLE_ENDIAN.set(out, at, Double.doubleToRawLongBits(drawn));
    }

    private void digits(int at, int width) {
      decimal(at + 1, width - 1, random.next() >>> 1);
      out[at] = (byte) ('1' + random.next(9));
    }

    private void decimal(int at, int width, long value) {
      long rest = value;
      for (int i = at + width - 1; i >= at; i--) {
        out[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }

    /** The first digits of a number. */
    private void hex(int at, int width, long value) {
      for (int i = 0; i < width; i++) {
        out[at + i] = HEX[(int) (value >>> (60 - 4 * i)) & 0xf];
      }
    }
  }
}
