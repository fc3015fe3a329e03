package dev.winnow.storage.control;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * What the holder of a token shows to be let in: {@code wn_}, 43 letters and digits drawn at
 * random, and 6 that are their checksum. It is told to one person once; {@link #toString} does not
 * give it away.
 */
public final class TokenSecret {
  /*
   * 43 of 62 characters are 256 bits, so a secret cannot be guessed, and a hash of it cannot be
   * turned back by trying. The checksum costs an attacker nothing; it lets a scanner of source code
   * and this program tell a secret from something that only looks like one without asking a store.
   */

  private static final String PREFIX = "wn_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_LENGTH = 43;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int LENGTH = PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH;

  private final String text;

  private TokenSecret(String text) {
    this.text = text;
  }

  /** A new secret. The generator must be one that cannot be predicted, but for tests. */
  public static TokenSecret draw(RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH).append(PREFIX);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new TokenSecret(text.append(checksum(text)).toString());
  }

  /** The secret that a text is; nothing if it is none, because of a typing error for instance. */
  public static Optional<TokenSecret> parse(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int end = LENGTH - CHECKSUM_LENGTH;
    for (int i = PREFIX.length(); i < end; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    return text.endsWith(checksum(text.substring(0, end)))
        ? Optional.of(new TokenSecret(text))
        : Optional.empty();
  }

  private static String checksum(CharSequence secret) {
    CRC32 crc = new CRC32();
    crc.update(secret.toString().getBytes(StandardCharsets.US_ASCII));
    char[] digits = new char[CHECKSUM_LENGTH];
    long rest = crc.getValue();
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }

  /** The secret itself, to be shown once. */
  public String reveal() {
    return text;
  }

  /** What a store keeps of it. */
  public TokenHash hash() {
    return TokenHash.of(text);
  }

  @Override
  public String toString() {
    return PREFIX + "***";
  }
}
