package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Makes an address wait from which somebody signs in with wrong tokens: ten are told to be wrong at
 * once, then one every six seconds. Thread-safe.
 *
 * <p>A right token is accepted whatever came before it, so that nobody is locked out by others who
 * come from the same address, as by a proxy. That makes it no easier to find one: tokens have 256
 * random bits, which nobody guesses at any speed. What it does is to tell a program that goes on
 * with a wrong token to slow down, and to have that seen in the metrics; nothing is written for it,
 * as strangers could fill what holds it. No header that a proxy adds is believed, as anybody can
 * send one. Addresses of IPv6 count as one within a network of 64 bits, as one machine may have all
 * of them. A wrong token in the header of a program is no sign-in, and is told to be wrong as often
 * as it comes: a sender that waited instead would be mended later.
 *
 * <p>Of addresses that are more than {@value #MOST_ADDRESSES} the one that tried least lately is
 * forgotten.
 */
public final class SignInLimit {
  static final int MOST_WRONG = 10;

  /** How long it takes until one more may be tried. */
  static final Duration PAUSE = Duration.ofSeconds(6);

  static final int MOST_ADDRESSES = 10_000;
  private static final int NETWORK_BYTES = 8;

  private final InstantSource clock;
  private final Counter wrong;
  private final Counter refused;

  /**
   * When an address has paid for everything, in milliseconds since 1970. Each wrong token costs a
   * pause, and it may owe as many as it may try at once.
   */
  private final SequencedMap<String, Long> debts = new LinkedHashMap<>(16, 0.75f, true);

  /** Nobody has tried yet. */
  public SignInLimit(InstantSource clock, MeterRegistry metrics) {
    this.clock = clock;
    wrong = counter("wrong", "Sign-ins with a token that is not accepted", metrics);
    refused =
        counter("refused", "Sign-ins with a wrong token that had to wait, after others", metrics);
  }

  private static Counter counter(String name, String description, MeterRegistry metrics) {
    return Counter.builder("winnow.sign.ins." + name).description(description).register(metrics);
  }

  /**
   * Tries a credential.
   *
   * @throws WinnowException what {@code signIn} throws; or {@code SIGN_IN_LIMITED} instead of
   *     {@code UNAUTHENTICATED}
   */
  public Principal attempt(String address, Supplier<Principal> signIn) {
    try {
      return signIn.get();
    } catch (WinnowException refusal) {
      if (refusal.code() == ErrorCode.UNAUTHENTICATED) {
        count(address);
      }
      throw refusal;
    }
  }

  private void count(String address) {
    Duration pause = owe(network(address));
    if (!pause.isZero()) {
      refused.increment();
      throw new SignInLimitedException(address, pause);
    }
    wrong.increment();
  }

  /** Counts a wrong token, unless the address has to wait: so long, then. */
  private synchronized Duration owe(String network) {
    long now = clock.millis();
    long most = now + MOST_WRONG * PAUSE.toMillis();
    // A clock that was set back must not make anybody wait for it to come again.
    long paidUntil = Math.clamp(debts.getOrDefault(network, now), now, most);
    long allowed = most - PAUSE.toMillis();
    if (paidUntil > allowed) {
      return Duration.ofSeconds(Math.ceilDiv(paidUntil - allowed, 1_000L));
    }
    debts.put(network, paidUntil + PAUSE.toMillis());
    if (debts.size() > MOST_ADDRESSES) {
      debts.pollFirstEntry();
    }
    return Duration.ZERO;
  }

  /** What addresses have in common that count as one. */
  private static String network(String address) {
    try {
      int zone = address.indexOf('%');
      InetAddress parsed = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
      if (!(parsed instanceof Inet6Address)) {
        return parsed.getHostAddress();
      }
      byte[] network = parsed.getAddress();
      Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
      return InetAddress.getByAddress(network).getHostAddress() + "/64";
    } catch (IllegalArgumentException | UnknownHostException none) {
      return address;
    }
  }
}
