package dev.winnow.storage.duckdb.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {
  private static final int SEGMENT_BYTES = 1 << 20;

  @TempDir private Path directory;

  @Test
  void givesBackWhatWasAppendedInOrder() {
    try (WriteAheadLog log = open()) {
      assertThat(append(log, "one")).isEqualTo(1);
      assertThat(append(log, "")).isEqualTo(2);
      assertThat(append(log, "three")).isEqualTo(3);
    }
    assertThat(contents(1)).containsExactly("1:one", "2:", "3:three");
    assertThat(contents(3)).containsExactly("3:three");
  }

  @Test
  void goesOnBehindWhatIsThere() {
    try (WriteAheadLog log = open()) {
      append(log, "one");
    }
    try (WriteAheadLog log = open()) {
      assertThat(append(log, "two")).isEqualTo(2);
    }
    assertThat(contents(1)).containsExactly("1:one", "2:two");
  }

  @Test
  void startsAnEmptyLogWhereItIsTold() {
    try (WriteAheadLog log = WriteAheadLog.open(directory, 41, SEGMENT_BYTES, new Random(1))) {
      assertThat(append(log, "x")).isEqualTo(41);
    }
  }

  @Test
  void numbersConcurrentAppendsWithoutGaps() {
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    try (WriteAheadLog log = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 500)
          .forEach(i -> threads.execute(() -> log.append(bytes("payload " + i), told::add)));
    }
    assertThat(told).isSorted().hasSize(500).startsWith(1L).endsWith(500L);
    assertThat(contents(1)).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void freesWholeSegmentsOnly() throws IOException {
    try (WriteAheadLog log = WriteAheadLog.open(directory, 1, 100, new Random(1))) {
      IntStream.range(0, 10).forEach(i -> append(log, "x".repeat(40)));
      int before = segments().size();
      log.dropBelow(5);
      assertThat(segments()).hasSizeLessThan(before);
      log.dropBelow(1_000);
      assertThat(segments()).hasSize(1);
    }
    assertThat(contents(10)).singleElement().asString().startsWith("10:");
    try (WriteAheadLog log = open()) {
      assertThat(append(log, "x")).isEqualTo(11);
    }
  }

  @Test
  void endsASegmentWhenItIsTold() throws IOException {
    try (WriteAheadLog log = open()) {
      append(log, "one");
      log.endSegment();
      log.dropBelow(2);
      assertThat(segments()).hasSize(1);
      append(log, "two");
      append(log, "three");
      assertThat(segments()).hasSize(2);
      log.dropBelow(3);
      assertThat(segments()).hasSize(1);
    }
    assertThat(contents(2)).containsExactly("2:two", "3:three");
  }

  @Test
  void cutsOffWhatIsTornAtAnyByte() throws IOException {
    try (WriteAheadLog log = open()) {
      append(log, "first");
      append(log, "second");
    }
    byte[] whole = Files.readAllBytes(segments().getFirst());
    int firstEnds = SegmentHeader.BYTES + LogFrame.HEADER_BYTES + "first".length();
    for (int length = 0; length < whole.length; length++) {
      byte[] torn = new byte[length];
      System.arraycopy(whole, 0, torn, 0, length);
      Files.write(segments().getFirst(), torn);
      List<String> left = contents(1);
      assertThat(left).hasSize(length < firstEnds ? 0 : 1);
      try (WriteAheadLog log = open()) {
        assertThat(append(log, "next")).isEqualTo(left.size() + 1);
      }
      assertThat(contents(1)).last().asString().endsWith(":next");
    }
  }

  @Test
  void takesNoTextOfATornPayloadForAFrame() throws IOException {
    ByteBuffer forged = ByteBuffer.allocate(1_000);
    new LogFrame(1, Long.MAX_VALUE, 0, 0).write(forged, 0);
    try (WriteAheadLog log = open()) {
      append(log, "first");
      log.append(forged.array(), sequence -> {});
    }
    Path file = segments().getFirst();
    byte[] torn = Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 10);
    Files.write(file, torn);
    assertThat(contents(1)).containsExactly("1:first");
  }

  @Test
  void neverTakesFlippedBitsForAPayload() throws IOException {
    try (WriteAheadLog log = open()) {
      append(log, "first");
      append(log, "second");
      append(log, "third");
    }
    Path file = segments().getFirst();
    byte[] whole = Files.readAllBytes(file);
    int lastBegins = whole.length - LogFrame.HEADER_BYTES - "third".length();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      if (bit / 8 < lastBegins) {
        refusesAsCorrupt();
      } else {
        assertThat(contents(1)).containsExactly("1:first", "2:second");
      }
    }
  }

  @Test
  void refusesALogThatBeginsTooLate() {
    WriteAheadLog.open(directory, 41, SEGMENT_BYTES, new Random(1)).close();
    assertThat(contents(41)).isEmpty();
    refusesAsCorrupt();
  }

  @Test
  void refusesALogThatLacksASegment() throws IOException {
    try (WriteAheadLog log = WriteAheadLog.open(directory, 1, 100, new Random(1))) {
      IntStream.range(0, 10).forEach(i -> append(log, "x".repeat(40)));
    }
    Files.delete(segments().get(1));
    refusesAsCorrupt();
  }

  @Test
  void refusesAForeignSegment() throws IOException {
    Files.writeString(directory.resolve("notes.log"), "hello");
    refusesAsCorrupt();
  }

  @Test
  void refusesWhatComesAfterTheEnd() {
    WriteAheadLog log = open();
    log.close();
    log.close();
    assertThatThrownBy(() -> append(log, "late"))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
  }

  @Test
  void acknowledgesWhatIsDurableThoughItsThreadFails() {
    try (WriteAheadLog log = open()) {
      log.check();
      assertThat(log.append(bytes("x"), WriteAheadLogTest::fail)).isEqualTo(1);
      assertThatThrownBy(() -> append(log, "y")).isInstanceOf(WinnowException.class);
      assertThatThrownBy(log::check).isInstanceOf(WinnowException.class);
    }
    assertThat(contents(1)).containsExactly("1:x");
  }

  private static void fail(long sequence) {
    throw new IllegalStateException("commit " + sequence + " is not wanted");
  }

  private WriteAheadLog open() {
    return WriteAheadLog.open(directory, 1, SEGMENT_BYTES, new Random(1));
  }

  private void refusesAsCorrupt() {
    assertThatThrownBy(() -> contents(1))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_CORRUPT));
  }

  private List<String> contents(long from) {
    List<String> contents = new ArrayList<>();
    try (WriteAheadLog log = open()) {
      log.replay(
          from,
          (sequence, payload) ->
              contents.add(sequence + ":" + new String(payload, StandardCharsets.UTF_8)));
    }
    return contents;
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static long append(WriteAheadLog log, String payload) {
    return log.append(bytes(payload), sequence -> {});
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
