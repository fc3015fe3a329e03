package dev.winnow.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of the batches of a request: the same when it is sent again on another day. */
final class BatchId {
  private BatchId() {}

  /** The identity of one of its batches; empty if the request has none. */
  static String of(Submission submission, String retentionClass) {
    if (submission.identity().isEmpty()) {
      return "";
    }
    MessageDigest digest = sha256();
    for (String part :
        new String[] {submission.tenantId(), submission.receiver(), retentionClass}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    digest.update(submission.identity().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
