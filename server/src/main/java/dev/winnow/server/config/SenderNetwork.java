package dev.winnow.server.config;

import dev.winnow.storage.control.Tenant;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The network that senders are in, and whose records they send.
 *
 * @param address an address in it
 * @param prefix how many bits all of its addresses have in common
 */
public record SenderNetwork(InetAddress address, int prefix, String tenantId) {
  private static final Pattern FORM =
      Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/(\\d{1,3}))?(?:=([A-Za-z0-9._-]{1,64}))?");

  /** Reads {@code ADDRESS}, {@code ADDRESS/PREFIX}, or either with {@code =TENANT}. */
  static SenderNetwork parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw refused(text);
    }
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(form.group(1));
    } catch (IllegalArgumentException none) {
      throw refused(text);
    }
    int bits = bits(address);
    int prefix = form.group(2) == null ? bits : Integer.parseInt(form.group(2));
    if (prefix > bits) {
      throw refused(text);
    }
    String tenantId = form.group(3) == null ? Tenant.DEFAULT_ID : form.group(3);
    return new SenderNetwork(address, prefix, tenantId);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "senders must be networks such as 10.1.0.0/16, but one is '" + text + "'");
  }

  /** Whether an address is in it. */
  public boolean contains(InetAddress other) {
    int bits = bits(address);
    return bits == bits(other) && number(address, bits).equals(number(other, bits));
  }

  private BigInteger number(InetAddress of, int bits) {
    return new BigInteger(1, of.getAddress()).shiftRight(bits - prefix);
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }
}
