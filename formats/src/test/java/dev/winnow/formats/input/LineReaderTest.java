package dev.winnow.formats.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LineReaderTest {
  @Test
  void endsLinesAtLineFeeds() throws IOException {
    assertThat(lines("one\ntwo\n\nfour")).containsExactly("one", "two", "", "four");
    assertThat(lines("one\n")).containsExactly("one");
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void takesCarriageReturnsBeforeALineFeedForItsPart() throws IOException {
    assertThat(lines("one\r\ntwo\r\r\nth\rree\r")).containsExactly("one", "two", "th\rree");
  }

  @Test
  void keepsNulBytesAndInvalidUtf8() throws IOException {
    byte[] bytes = {'a', 0, 'b', '\n', (byte) 0xff, (byte) 0xc3, '\n', 'c'};
    LineReader reader = new LineReader(InMemoryInput.of(bytes));

    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).containsExactly('a', 0, 'b');
    assertThat(reader.hasControls()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).containsExactly(0xff, 0xc3);
    assertThat(reader.hasControls()).isFalse();
    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).containsExactly('c');
    assertThat(reader.next()).isFalse();
  }

  @Test
  void cutsALineAtOneMebibyteAndGoesOnBehindIt() throws IOException {
    String longest = "x".repeat(LineReader.MAX_LINE_BYTES);
    LineReader reader = new LineReader(InMemoryInput.of(longest + "\n" + longest + "yz\nnext\n"));

    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).hasSize(LineReader.MAX_LINE_BYTES);
    assertThat(reader.cutLines()).isZero();
    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).hasSize(LineReader.MAX_LINE_BYTES);
    assertThat(reader.cutLines()).isEqualTo(1);
    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).asString(StandardCharsets.UTF_8).isEqualTo("next");
    assertThat(reader.next()).isFalse();
    assertThat(reader.lines()).isEqualTo(3);
  }

  @Test
  void readsALineOfAnyLengthInBoundedMemory() throws IOException {
    LineReader reader = new LineReader(InMemoryInput.ofOneLine(200_000_000));

    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).hasSize(LineReader.MAX_LINE_BYTES);
    assertThat(reader.buffer()).hasSizeLessThanOrEqualTo(4 << 20);
    assertThat(reader.next()).isFalse();
    assertThat(reader.cutLines()).isEqualTo(1);
  }

  @Test
  void joinsHeldLinesWithLineFeedsWhereverTheyLie() throws IOException {
    LineReader reader = new LineReader(InMemoryInput.of("first\r\n\r\n\r\nsecond\r\nthird\n"));
    assertThat(reader.next()).isTrue();
    reader.hold();
    assertThat(reader.next()).isTrue();
    reader.holdBlank();
    assertThat(reader.next()).isTrue();
    reader.holdBlank();
    assertThat(reader.next()).isTrue();
    assertThat(reader.append()).isTrue();
    assertThat(reader.next()).isTrue();

    assertThat(held(reader)).isEqualTo("first\n\n\nsecond");
    assertThat(line(reader)).asString(StandardCharsets.UTF_8).isEqualTo("third");
  }

  @Test
  void holdsNoMoreThanItsLimits() throws IOException {
    LineReader byLines = new LineReader(InMemoryInput.of("x\n".repeat(1001)));
    assertThat(byLines.next()).isTrue();
    byLines.hold();
    int joined = 1;
    while (byLines.next() && byLines.append()) {
      joined++;
    }
    assertThat(joined).isEqualTo(LineReader.MAX_HELD_LINES);

    String kibibyte = "x".repeat(1023) + "\n";
    LineReader bySize = new LineReader(InMemoryInput.of(kibibyte.repeat(300)));
    assertThat(bySize.next()).isTrue();
    bySize.hold();
    while (bySize.next() && bySize.append()) {
      assertThat(bySize.heldTo() - bySize.heldFrom()).isLessThanOrEqualTo(256 << 10);
    }
    assertThat(bySize.heldTo() - bySize.heldFrom()).isEqualTo((256 << 10) - 1);
  }

  @Test
  void givesTheBeginningOfALineBeforeItFails() throws IOException {
    LineReader reader =
        new LineReader(InMemoryInput.failingAfter("one\ntw".getBytes(StandardCharsets.UTF_8)));

    assertThat(reader.next()).isTrue();
    assertThat(reader.next()).isTrue();
    assertThat(line(reader)).asString(StandardCharsets.UTF_8).isEqualTo("tw");
    assertThatThrownBy(reader::next).isInstanceOf(IOException.class);
    assertThatThrownBy(reader::next).isInstanceOf(IOException.class);
  }

  @Property
  void givesTheSameLinesHoweverTheBytesArrive(
      @ForAll @Size(max = 400) List<@IntRange(min = 9, max = 14) Integer> symbols,
      @ForAll @IntRange(min = 1, max = 50) int size)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (int symbol : symbols) {
      text.append(symbol < 11 ? '\n' : symbol == 11 ? "\r\n" : symbol == 12 ? "\t" : "word");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<String> expected = new ArrayList<>(text.toString().lines().toList());

    assertThat(lines(new LineReader(InMemoryInput.inPieces(bytes, size)))).isEqualTo(expected);
  }

  @Property(tries = 30)
  void holdsLinesAcrossTheEndOfTheBuffer(@ForAll @IntRange(min = 1, max = 3000) int length)
      throws IOException {
    String line = "y".repeat(length);
    LineReader reader = new LineReader(InMemoryInput.of((line + "\n").repeat(700)));
    while (reader.next()) {
      reader.hold();
      if (reader.next() && reader.append() && reader.next()) {
        assertThat(held(reader)).isEqualTo(line + "\n" + line);
        assertThat(line(reader)).hasSize(length);
      }
    }
  }

  private static List<String> lines(String text) throws IOException {
    return lines(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> lines(byte[] bytes) throws IOException {
    return lines(new LineReader(InMemoryInput.of(bytes)));
  }

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(new String(line(reader), StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static byte[] line(LineReader reader) {
    return Arrays.copyOfRange(reader.buffer(), reader.from(), reader.to());
  }

  private static String held(LineReader reader) {
    return new String(
        reader.buffer(),
        reader.heldFrom(),
        reader.heldTo() - reader.heldFrom(),
        StandardCharsets.UTF_8);
  }
}
