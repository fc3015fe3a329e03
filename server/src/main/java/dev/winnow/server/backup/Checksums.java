package dev.winnow.server.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of each file of a backup, as {@code sha256sum} writes and checks them. */
final class Checksums {
  static final String NAME = "SHA256SUMS";

  private final StringBuilder lines = new StringBuilder();

  /** What the checksum of one file is made with. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Adds a file of which all went through a digest. */
  void add(String name, MessageDigest digest) {
    lines.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
  }

  byte[] text() {
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
