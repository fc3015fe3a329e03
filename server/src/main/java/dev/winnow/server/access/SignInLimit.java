package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.Tenant;
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
 * random bits, which nobody guesses at any speed. What is bounded is load and noise. No header that
 * a proxy adds is believed, as anybody can send one. Addresses of IPv6 count as one within a
 * network of 64 bits, as one machine may have all of them. A wrong token in the header of a program
 * is no sign-in, and is told to be wrong as often as it comes: a sender that waited instead would
 * be mended later.
 *
 * <p>Of addresses that are more than {@value #MOST_ADDRESSES} the one that tried least lately is
 * forgotten.
 */
public final class SignInLimit {
  static final int MOST_WRONG = 10;

  /** How long it takes until one more may be tried. */
  static final Duration PAUSE = Duration.ofSeconds(6);

  private static final int MOST_ADDRESSES = 10_000;
  private static final int NETWORK_BYTES = 8;
  private static final Actor SERVER = new Actor("server", "sign-in");

  /**
   * What an address owes. Each wrong token costs a pause, and it may owe as many as it may try at
   * once.
   *
   * @param paidUntil when it has paid for everything
   * @param isNoted whether it had to wait since it owed nothing
   */
  private record Debt(long paidUntil, boolean isNoted) {}

  /**
   * What comes of a wrong token.
   *
   * @param pause how long the address has to wait; zero if it does not
   * @param isFirst whether it has to from now on
   */
  private record Verdict(Duration pause, boolean isFirst) {}

  private final AuditLog auditLog;
  private final InstantSource clock;
  private final Counter wrong;
  private final Counter refused;
  private final SequencedMap<String, Debt> debts = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Nobody has tried yet.
   *
   * @param auditLog where it is noted that an address has to wait
   */
  public SignInLimit(AuditLog auditLog, InstantSource clock, MeterRegistry metrics) {
    this.auditLog = auditLog;
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
    String network = network(address);
    Verdict verdict = judge(network);
    if (!verdict.pause.isZero()) {
      refused.increment();
      throw new SignInLimitedException(address, verdict.pause);
    }
    wrong.increment();
    if (verdict.isFirst) {
      audit(network);
    }
  }

  /** Counts a wrong token, unless the address has to wait. */
  private synchronized Verdict judge(String network) {
    long now = clock.millis();
    Debt debt = debts.get(network);
    if (debt == null || debt.paidUntil <= now) {
      debt = new Debt(now, false);
    }
    long allowed = now + (MOST_WRONG - 1) * PAUSE.toMillis();
    if (debt.paidUntil > allowed) {
      long seconds = Math.ceilDiv(debt.paidUntil - allowed, 1_000L);
      return new Verdict(Duration.ofSeconds(seconds), false);
    }
    long paidUntil = debt.paidUntil + PAUSE.toMillis();
    boolean hasToWait = paidUntil > allowed;
    debts.put(network, new Debt(paidUntil, debt.isNoted || hasToWait));
    if (debts.size() > MOST_ADDRESSES) {
      debts.pollFirstEntry();
    }
    return new Verdict(Duration.ZERO, hasToWait && !debt.isNoted);
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

  private void audit(String network) {
    auditLog.append(
        new AuditEntry(clock.instant(), Tenant.DEFAULT_ID, SERVER, "session.limit", network, "{}"));
  }
}
