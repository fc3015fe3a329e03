package dev.winnow.server.http.dashboard;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the dashboard, as it is sent.
 *
 * @param tag an ETag of the content, in whichever encoding it is sent
 * @param packed the content in gzip; the content itself if that makes it no smaller
 */
record DashboardFile(String mediaType, String tag, Buffer content, Buffer packed) {
  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  /** What is compressed already. */
  private static final Set<String> PACKED = Set.of("png", "webp", "woff2");

  private static final int TAG_BYTES = 16;

  static DashboardFile of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    byte[] packed = PACKED.contains(ending) ? content : gzip(content);
    return new DashboardFile(
        TYPES.getOrDefault(ending, UNKNOWN),
        "W/\"" + HexFormat.of().formatHex(digest(content), 0, TAG_BYTES) + "\"",
        Buffer.buffer(content),
        Buffer.buffer(packed.length < content.length ? packed : content));
  }

  boolean isPacked() {
    return packed.length() < content.length();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException impossible) {
      throw new IllegalStateException("an array cannot be written", impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
