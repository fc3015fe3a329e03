package dev.winnow.kernel.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * A Discord bot token: three segments joined by dots, of which the first is the decimal id of the
 * bot in base64 and the second has six bytes.
 */
record DiscordToken(SecretKind kind) implements TokenShape {
  /*
   * A decimal digit is 0011xxxx. So of four base64 characters, which carry three digits, the first
   * starts with 0011, the second ends with 0011 (with 0000 behind the last digit), the third ends
   * with 00 and the fourth starts with 11. No class name looks like that.
   */
  private static final String[] DIGITS_IN_BASE64 = {"MNO", "DTjzAQgw", "AEIMQUYcgk", "wxyz012345"};

  private static final int SEGMENT = ByteClass.ALPHANUMERIC | ByteClass.DASH | ByteClass.UNDERSCORE;

  private static final int MIN_ID = 22;
  private static final int TIME = 6;
  private static final int MIN_SIGNATURE = 27;

  @Override
  public List<String> beginnings() {
    List<String> pairs = new ArrayList<>();
    for (char first : DIGITS_IN_BASE64[0].toCharArray()) {
      for (char second : DIGITS_IN_BASE64[1].toCharArray()) {
        pairs.add("" + first + second);
      }
    }
    return pairs;
  }

  @Override
  public int end(byte[] in, int from, int to) {
    int at = from;
    while (at < to && DIGITS_IN_BASE64[(at - from) % 4].indexOf(in[at]) >= 0) {
      at++;
    }
    if (at - from < MIN_ID || at == to || in[at] != '.') {
      return -1;
    }
    int signature = at + 1 + TIME;
    if (ByteClass.skip(SEGMENT, in, at + 1, to) != signature
        || signature == to
        || in[signature] != '.') {
      return -1;
    }
    int end = ByteClass.skip(SEGMENT, in, signature + 1, to);
    return end - signature - 1 >= MIN_SIGNATURE ? end : -1;
  }
}
