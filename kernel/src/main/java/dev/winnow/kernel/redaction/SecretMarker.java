package dev.winnow.kernel.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What redaction leaves behind: {@code <secret:KIND>} with the name of a kind. */
final class SecretMarker {
  private static final String PREFIX = "<secret:";
  private static final SecretKind[] KINDS = SecretKind.values();
  private static final Map<SecretKind, byte[]> MARKERS = markers();

  private SecretMarker() {}

  /** Adds the marker that begins at {@code from}, if one does. */
  static boolean find(byte[] in, int from, int to, SecretSpans found) {
    int end = end(in, from, to);
    for (int i = 0; end > 0 && i < KINDS.length; i++) {
      if (isKind(KINDS[i], in, from, end)) {
        found.add(from, end, KINDS[i]);
        return true;
      }
    }
    return false;
  }

  /** Adds the marker whose first colon is at {@code colon}, if one is. */
  static boolean findAround(byte[] in, int colon, int to, SecretSpans found) {
    int from = colon - PREFIX.length() + 1;
    return from >= found.floor() && find(in, from, to, found);
  }

  static boolean isAt(byte[] in, int from, int to) {
    int end = end(in, from, to);
    for (int i = 0; end > 0 && i < KINDS.length; i++) {
      if (isKind(KINDS[i], in, from, end)) {
        return true;
      }
    }
    return false;
  }

  static int length(SecretKind kind) {
    return bytes(kind).length;
  }

  /** Writes the marker and returns where it ends. */
  static int write(SecretKind kind, byte[] out, int at) {
    byte[] marker = bytes(kind);
    System.arraycopy(marker, 0, out, at, marker.length);
    return at + marker.length;
  }

  /** Where a text of a marker's form that begins at {@code from} ends, or -1. */
  private static int end(byte[] in, int from, int to) {
    if (!ByteClass.matchesExactly(PREFIX, in, from, to)) {
      return -1;
    }
    int name = from + PREFIX.length();
    int end = ByteClass.skip(ByteClass.LOWER | ByteClass.UNDERSCORE, in, name, to);
    return end < to && in[end] == '>' ? end + 1 : -1;
  }

  private static boolean isKind(SecretKind kind, byte[] in, int from, int end) {
    byte[] marker = bytes(kind);
    return Arrays.equals(marker, 0, marker.length, in, from, end);
  }

  private static byte[] bytes(SecretKind kind) {
    return Objects.requireNonNull(MARKERS.get(kind));
  }

  private static Map<SecretKind, byte[]> markers() {
    Map<SecretKind, byte[]> markers = new EnumMap<>(SecretKind.class);
    for (SecretKind kind : KINDS) {
      markers.put(kind, kind.marker().getBytes(StandardCharsets.US_ASCII));
    }
    return markers;
  }
}
