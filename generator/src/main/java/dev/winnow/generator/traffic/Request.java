package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Operation.Route;
import dev.winnow.kernel.record.AnyValue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What somebody asked of the shop; all that services say about it has the same values. */
final class Request {
  private static final int USERS = 20_000;
  private static final int PRODUCTS = 4_000;

  /** Orders are numbered by tenths of a second, so that later ones have larger numbers. */
  private static final long ORDER_NANOS = 100_000_000;

  private static final long FIRST_ORDER = 17_000_000_000L;

  private final @Nullable Route route;
  private final String traceId;
  private final AnyValue user;
  private final AnyValue address;
  private final AnyValue id;
  private final AnyValue agent;
  private final String sku;
  private final long order;
  private final long cart;
  private final long session;
  private final long cents;

  /**
   * A request.
   *
   * @param route how it came; null if nobody asked, and the shop does something by itself
   */
  Request(@Nullable Route route, long time, AnyValue agent, RandomGenerator random) {
    this.route = route;
    this.agent = agent;
    traceId = route == null ? "" : Hex.text(random.nextLong(), random.nextLong());
    long customer = favourite(USERS, random);
    user = AnyValue.of("u" + (10_000 + customer));
    address = AnyValue.of(address(customer));
    id = AnyValue.of(uuid(random));
    sku = "SKU-" + (1000 + favourite(PRODUCTS, random));
    order = time / ORDER_NANOS - FIRST_ORDER;
    cart = random.nextLong();
    session = random.nextLong();
    cents = (long) (900 * Math.exp(random.nextGaussian()));
  }

  /** A few are asked for much more often than the others. */
  private static long favourite(int count, RandomGenerator random) {
    double draw = random.nextDouble();
    return (long) (count * draw * draw * draw);
  }

  /** Customers keep their addresses. */
  private static String address(long customer) {
    long mixed = ((customer + 1) * 0x9E3779B97F4A7C15L) >>> 16;
    return "%d.%d.%d.%d"
        .formatted(
            80 + mixed % 120, mixed / 120 % 256, mixed / 30_720 % 256, mixed / 7_864_320 % 254 + 1);
  }

  private static String uuid(RandomGenerator random) {
    StringBuilder text = new StringBuilder(Hex.text(random.nextLong(), random.nextLong()));
    for (int dash : new int[] {8, 13, 18, 23}) {
      text.insert(dash, '-');
    }
    text.setCharAt(14, '4');
    text.setCharAt(19, 'a');
    return text.toString();
  }

  @Nullable Route route() {
    return route;
  }

  /** Empty if nobody asked. */
  String traceId() {
    return traceId;
  }

  AnyValue user() {
    return user;
  }

  AnyValue address() {
    return address;
  }

  AnyValue id() {
    return id;
  }

  AnyValue agent() {
    return agent;
  }

  String sku() {
    return sku;
  }

  long order() {
    return order;
  }

  long cart() {
    return cart;
  }

  long session() {
    return session;
  }

  long cents() {
    return cents;
  }
}
