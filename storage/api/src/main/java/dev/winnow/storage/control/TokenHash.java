package dev.winnow.storage.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a {@link TokenSecret}: what a store keeps and finds a token by.
 *
 * <p>A slow, salted hash protects passwords, which people choose and which can therefore be
 * guessed. A secret here has 256 random bits, so guessing is hopeless at any speed, and a fast hash
 * lets every request be authenticated for less than a microsecond.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenHash(String hex) {
  private static final int HEX_LENGTH = 64;

  public TokenHash {
    if (hex.length() != HEX_LENGTH || !hex.chars().allMatch(TokenHash::isHexDigit)) {
      throw Valid.refused("hash", "must be " + HEX_LENGTH + " lower-case hexadecimal digits");
    }
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  static TokenHash of(String secret) {
    byte[] digest = sha256().digest(secret.getBytes(StandardCharsets.US_ASCII));
    return new TokenHash(HexFormat.of().formatHex(digest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Whether both are the same, in a time that does not depend on where they differ. (What could be
   * learnt from the time is a part of a hash, of which an attacker cannot choose a single bit; this
   * costs nothing, so the question does not arise.)
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof TokenHash that
        && MessageDigest.isEqual(
            hex.getBytes(StandardCharsets.US_ASCII), that.hex.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  @Override
  public String toString() {
    return "TokenHash[***]";
  }
}
