package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.formats.input.InMemoryInput;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.layout.Layout;
import dev.winnow.formats.layout.Layouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockReaderTest {
  private static final int BYTES = 3 << 20;

  /** What was read: the texts of the records, what became of the lines, and how many blocks. */
  private record Read(List<String> records, LineLedger ledger, int blocks) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesTheRecordsOfTheWhole(long seed) throws IOException {
    byte[] log = mixedLog(new SplittableRandom(seed));

    Read whole = whole(InMemoryInput.of(log));
    Read blocks = blocks(InMemoryInput.of(log));

    assertThat(blocks.blocks).isGreaterThan(2);
    assertThat(blocks.ledger).isEqualTo(whole.ledger);
    assertThat(blocks.records).isEqualTo(whole.records);
  }

  @Test
  void cutsTheSameWhateverSizeTheInputComesIn() throws IOException {
    byte[] log = mixedLog(new SplittableRandom(6));

    assertThat(blocks(InMemoryInput.inPieces(log, 10_007)))
        .isEqualTo(blocks(InMemoryInput.of(log)));
  }

  @Test
  void tellsEveryBlockTheColumnsOfATable() throws IOException {
    StringBuilder table = new StringBuilder("time,level,host,message\n");
    for (int i = 0; table.length() < BYTES; i++) {
      table.append("2026-11-21T10:00:00Z,error,web").append(i % 7).append(",\"failed, again\"\n");
    }
    BlockReader blocks = new BlockReader(InMemoryInput.of(table.toString()), Layouts.known());
    int count = 0;
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      RecordReader records = new RecordReader(block, Layouts.known());
      while (records.next()) {
        assertThat(records.reading().layout()).isEqualTo(Layout.TABLE);
        assertThat(text(records)).isEqualTo("failed, again");
      }
      assertThat(records.ledger().blankOrHeaderLines()).isEqualTo(count == 0 ? 1 : 0);
      count++;
    }
    assertThat(count).isGreaterThan(2);
  }

  @Test
  void countsALineThatIsLongerThanABlockOnce() throws IOException {
    String log =
        "2026-11-21T10:00:00Z INFO " + "x".repeat(20 << 20) + "\n2026-11-21T10:00:01Z INFO b\n";

    Read read = blocks(InMemoryInput.of(log));

    assertThat(read.ledger.linesRead()).isEqualTo(2);
    assertThat(read.records).hasSize(2).last().isEqualTo("b");
  }

  @Test
  void losesNoLineOfTextWhereNothingShowsWhereRecordsBegin() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; log.length() < 40 << 20; i++) {
      log.append(i % 2 == 0 ? "line " : "  indented ").append(i).append('\n');
    }
    long lines = log.chars().filter(c -> c == '\n').count();

    assertThat(blocks(InMemoryInput.of(log.toString())).ledger.linesRead()).isEqualTo(lines);
  }

  @Test
  void givesWhatWasReadBeforeAFailure() throws IOException {
    byte[] log = "2026-11-21T10:00:00Z INFO a\n".getBytes(StandardCharsets.UTF_8);
    BlockReader blocks = new BlockReader(InMemoryInput.failingAfter(log), Layouts.known());

    Block block = blocks.next();

    assertThat(block).isNotNull();
    assertThat(block == null ? 0 : block.length()).isEqualTo(log.length);
    assertThatThrownBy(blocks::next).isInstanceOf(IOException.class);
  }

  @Test
  void hasNoBlockOfNothing() throws IOException {
    assertThat(new BlockReader(InMemoryInput.of(""), Layouts.known()).next()).isNull();
  }

  /** A log in which records of one line, stack traces, JSON and wrapped JSON follow each other. */
  private static byte[] mixedLog(SplittableRandom random) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; log.length() < BYTES; i++) {
      String time = "2026-11-21T10:%02d:%02d.%03dZ".formatted(i / 60 % 60, i % 60, i % 1000);
      switch (random.nextInt(8)) {
        case 0 ->
            log.append(time)
                .append(" ERROR [main] a.B - failed ")
                .append(i)
                .append("\njava.lang.IllegalStateException: no\n\tat a.B.c(B.java:7)\n")
                .append("Caused by: java.io.IOException: gone\n\t... 3 more\n");
        case 1 ->
            log.append("{\"time\":\"")
                .append(time)
                .append("\",\"msg\":\"json ")
                .append(i)
                .append("\"}\n");
        case 2 ->
            log.append(time)
                .append(" INFO got\n{\n  \"order\": ")
                .append(i)
                .append(",\n  \"x\": [\n  ]\n}\n");
        default ->
            log.append(time).append(" INFO [main] a.B - order ").append(i).append(" placed\n");
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Read whole(Input input) throws IOException {
    List<String> texts = new ArrayList<>();
    return new Read(texts, read(new RecordReader(input), texts), 1);
  }

  private static Read blocks(Input input) throws IOException {
    List<String> texts = new ArrayList<>();
    LineLedger ledger = LineLedger.EMPTY;
    BlockReader blocks = new BlockReader(input, Layouts.known());
    int count = 0;
    for (Block block = blocks.next(); block != null; block = blocks.next()) {
      ledger = ledger.plus(read(new RecordReader(block, Layouts.known()), texts));
      blocks.release(block);
      count++;
    }
    return new Read(texts, ledger, count);
  }

  private static LineLedger read(RecordReader records, List<String> texts) throws IOException {
    while (records.next()) {
      texts.add(text(records));
    }
    return records.ledger();
  }

  private static String text(RecordReader record) {
    int from = record.bodyFrom();
    return new String(record.bytes(), from, record.bodyTo() - from, StandardCharsets.UTF_8);
  }
}
