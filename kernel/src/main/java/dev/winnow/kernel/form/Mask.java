package dev.winnow.kernel.form;

import dev.winnow.kernel.swar.EightBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The type of a variable part of a text, and the placeholder that stands for it in a form.
 *
 * <p>The placeholders are part of what a form id is computed from: renaming one is a new rule set.
 */
public enum Mask {
  /** A decimal number with an optional sign, fraction or exponent. */
  NUM("<num>"),
  /** A number in base 16: with {@code 0x}, or at least six hex digits with a letter among them. */
  HEX("<hex>"),
  /** An RFC 9562 UUID in its 8-4-4-4-12 text form. */
  UUID("<uuid>"),
  /** An IPv4 or IPv6 address, with an optional port or prefix length. */
  IP("<ip>"),
  /** A 48-bit hardware address. */
  MAC("<mac>"),
  /** A date, a time of day, or both. */
  TIME("<time>"),
  /** A number with a unit of time, or an ISO 8601 duration. */
  DUR("<dur>"),
  /** A number with a unit of information, or a rate of it. */
  SIZE("<size>"),
  /** Three or more numbers joined by dots, with an optional suffix. */
  VERSION("<version>"),
  /** A path in a file system or of a request. */
  PATH("<path>"),
  /** An absolute URL. */
  URL("<url>"),
  /** A mailbox, or anything else of the form {@code name@host}. */
  EMAIL("<email>"),
  /** A word in which letters and digits mix. */
  ID("<id>"),
  /** {@code true} or {@code false} where a value is expected. */
  BOOL("<bool>"),
  /** JSON null, in a structured body. */
  NULL("<null>"),
  /** An array in a structured body, of any length. */
  LIST("<list>"),
  /** Free text in a structured body. */
  TEXT("<text>"),
  /** A secret that redaction removes. */
  SECRET("<secret>"),
  /** A word longer than {@link FormScanner#MAX_WORD_BYTES}. */
  BLOB("<blob>"),
  /** Anything: an argument of a format string, or what a miner has learned to be a variable. */
  ANY("<*>"),
  /** The frames of a stack trace. */
  STACK("<stack>"),
  /** All that follows {@link FormScanner#MAX_FORM_BYTES}. */
  REST("<...>");

  private final String placeholder;

  // An array, so that it is copied without a look at the string; it is never written again.
  @SuppressWarnings("ImmutableEnumChecker")
  private final byte[] padded;

  Mask(String placeholder) {
    this.placeholder = placeholder;
    byte[] ascii = placeholder.getBytes(StandardCharsets.US_ASCII);
    padded = Arrays.copyOf(ascii, ascii.length + EightBytes.LENGTH);
  }

  /** The placeholder in ASCII, with room behind it to be read in steps of eight bytes. */
  byte[] padded() {
    return padded;
  }

  /** The length of the placeholder. */
  int length() {
    return padded.length - EightBytes.LENGTH;
  }

  /** The text that stands for a variable of this type in a form, such as {@code <num>}. */
  public String placeholder() {
    return placeholder;
  }
}
