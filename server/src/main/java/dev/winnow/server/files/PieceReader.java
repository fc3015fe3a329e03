package dev.winnow.server.files;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes records of the pieces of files. */
final class PieceReader {
  /** By which the ledger knows what files hold. */
  static final String RECEIVER = "file";

  private final String tenantId;
  private final InstantSource clock;

  PieceReader(String tenantId, InstantSource clock) {
    this.tenantId = tenantId;
    this.clock = clock;
  }

  /** What the piece of a file holds that is on its way; a table's with the names of its columns. */
  Submission read(GrowingFile file) {
    byte[] piece = file.piece();
    InputStream text =
        new SequenceInputStream(
            new ByteArrayInputStream(file.columns()), new ByteArrayInputStream(piece));
    RecordReader lines =
        new RecordReader(
            Input.of(file.path().toString(), Channels.newChannel(text), clock.instant()));
    List<LogRecord> records = records(lines, AnyValue.of(file.path().toString()));
    return new Submission(
        tenantId,
        RECEIVER,
        file.checkpoint().identity(),
        records,
        lines.ledger().malformedLines(),
        piece.length);
  }

  private static List<LogRecord> records(RecordReader lines, AnyValue path) {
    List<LogRecord> records = new ArrayList<>();
    try {
      while (lines.next()) {
        LogRecord record = lines.record();
        records.add(
            record.toBuilder()
                .attributes(record.attributes().toBuilder().put("log.file.path", path).build())
                .build());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("an array cannot be read", impossible);
    }
    return records;
  }
}
