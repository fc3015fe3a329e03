package dev.winnow.cli.transfer;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Interruption;
import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Records of one input that are sent together. */
final class ImportBatch {
  /*
   * A server knows a batch by its key, which is of what is in it and how many batches of the input
   * came before. Where a batch ends depends on the records alone, so the same log makes the same
   * batches whenever it is read, and one that has grown the same but for the formerly last.
   */

  static final int MAX_RECORDS = 5000;
  private static final int MAX_CHARACTERS = 2 << 20;

  /** How often a server that has no room is asked again, after a pause. */
  private static final int MAX_TRIES = 60;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AnyValue fileName;
  private final StringBuilder lines = new StringBuilder();
  private int records;
  private int place;

  /** A batch of an input; files are named by the last part of their path, wherever they lie. */
  ImportBatch(String input) {
    fileName = AnyValue.of(input.substring(input.lastIndexOf('/') + 1));
  }

  void add(LogRecord record) {
    LogRecord named =
        record.toBuilder()
            .attributes(record.attributes().toBuilder().put("log.file.name", fileName).build())
            .build();
    JsonLine.append(named, lines);
    lines.append('\n');
    records++;
  }

  boolean isFull() {
    return records == MAX_RECORDS || lines.length() >= MAX_CHARACTERS;
  }

  /**
   * Sends the batch and begins the next. A server that has no room for now is waited for.
   *
   * @throws WinnowException if the server cannot be reached, or refuses
   */
  void send(ServerClient client, Interruption interruption, ImportTally tally) {
    if (records == 0) {
      return;
    }
    byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
    String key = key(body);
    int tries = 1;
    while (true) {
      try {
        tally.add(records, client.sendLines(new Question("/api/logs"), body, key));
        break;
      } catch (WinnowException refusal) {
        boolean mayPass =
            refusal.code().kind() == ErrorCode.Kind.TRANSIENT
                && (refusal.code() != ErrorCode.SERVER_NOT_REACHABLE || tally.hasSent());
        if (!mayPass || tries++ == MAX_TRIES || interruption.await(PAUSE)) {
          throw refusal;
        }
      }
    }
    lines.setLength(0);
    records = 0;
    place++;
  }

  private String key(byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Integer.toString(place).getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) '\n');
      return "import-" + HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
