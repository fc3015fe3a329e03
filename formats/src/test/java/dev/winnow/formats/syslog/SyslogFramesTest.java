package dev.winnow.formats.syslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyslogFramesTest {
  private static final int MAX = 1024;

  /** A message and how it was framed. */
  record Framed(String message, boolean isCounted) {
    private String text() {
      return isCounted ? message.length() + " " + message : message + "\n";
    }
  }

  /** Gives so many bytes with each read at most. */
  private static final class Trickle extends InputStream {
    private final ByteArrayInputStream bytes;
    private final int most;

    private Trickle(byte[] bytes, int most) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int from, int length) {
      return bytes.read(target, from, Math.min(length, most));
    }
  }

  private static List<String> frames(SyslogFrames frames, String text, int most)
      throws IOException {
    List<String> found = new ArrayList<>();
    Trickle stream = new Trickle(text.getBytes(ISO_8859_1), most);
    boolean isOpen = true;
    while (isOpen) {
      isOpen = frames.fill(stream);
      while (frames.next()) {
        found.add(
            new String(frames.bytes(), frames.from(), frames.to() - frames.from(), ISO_8859_1));
      }
    }
    return found;
  }

  private static List<String> frames(String text) throws IOException {
    return frames(new SyslogFrames(MAX), text, Integer.MAX_VALUE);
  }

  @Test
  void tellsCountedFramesAndLinesApart() throws IOException {
    assertThat(frames("<1>line\n8 <2>a\nb\n\n<3>line\r\n6 <4>xyz5 <5>ab<6>last"))
        .containsExactly("<1>line", "<2>a\nb\n\n", "<3>line\r", "<4>xyz", "<5>ab", "<6>last");
  }

  @Test
  void takesLinesThatBeginWithNumbersForLines() throws IOException {
    assertThat(frames("12 apples\n0 <1>\n2026-11-21\n1234567890 <1>\n7"))
        .containsExactly("12 apples", "0 <1>", "2026-11-21", "1234567890 <1>", "7");
  }

  @Test
  void endsLinesAtNul() throws IOException {
    assertThat(frames("<1>a\0<2>b\0\n<3>c")).containsExactly("<1>a", "<2>b", "<3>c");
  }

  @Test
  void givesWhatIsThereOfCountedFrameThatBreaksOff() throws IOException {
    assertThat(frames("99 <1>half")).containsExactly("<1>half");
  }

  /** What one reading gives is stored together, so it is not to be little. */
  @Test
  void readsLargePiecesOfWhoSendsMuch() throws IOException {
    SyslogFrames frames = new SyslogFrames(MAX);
    InputStream stream =
        new ByteArrayInputStream("<13>0123456789\n".repeat(100_000).getBytes(ISO_8859_1));
    int readings = 0;
    int messages = 0;
    while (frames.fill(stream)) {
      readings++;
      while (frames.next()) {
        messages++;
      }
    }

    assertThat(messages).isEqualTo(100_000);
    // 1,500,000 bytes: 4, 8, 16 and 32 KiB, then 64 KiB each, less what was left of the last line.
    assertThat(readings).isEqualTo(4 + 22);
    assertThat(frames.bytes()).hasSize(64 << 10);
  }

  @ParameterizedTest
  @CsvSource({"1023,0", "1024,0", "1025,1", "5000,1"})
  void cutsWhatIsTooLongAndGoesOnBehindIt(int length, long cut) throws IOException {
    String message = "<1>" + "x".repeat(length - 3);
    String kept = message.substring(0, Math.min(length, MAX));
    for (int most : new int[] {1, 7, 100_000}) {
      for (String framed : List.of(message + "\n", length + " " + message)) {
        SyslogFrames frames = new SyslogFrames(MAX);

        assertThat(frames(frames, framed + "<2>next\n", most)).containsExactly(kept, "<2>next");
        assertThat(frames.cut()).isEqualTo(cut);
      }
    }
  }

  @Test
  void keepsNoMoreThanOneMessageOfWhoeverNeverEndsOne() throws IOException {
    SyslogFrames frames = new SyslogFrames(MAX);

    assertThat(frames(frames, "x".repeat(1 << 20), 1000)).containsExactly("x".repeat(MAX));
    assertThat(frames.cut()).isEqualTo(1);
    assertThat(frames.bytes()).hasSizeLessThanOrEqualTo(4096);
  }

  @Property
  void cutsTheSameWhereverTheStreamPauses(
      @ForAll("messages") List<Framed> messages, @ForAll @IntRange(min = 1, max = 50) int most)
      throws IOException {
    StringBuilder text = new StringBuilder();
    messages.forEach(message -> text.append(message.text()));

    assertThat(frames(new SyslogFrames(MAX), text.toString(), most))
        .isEqualTo(messages.stream().map(Framed::message).toList());
  }

  @Provide
  Arbitrary<List<Framed>> messages() {
    Arbitrary<String> line =
        Arbitraries.strings()
            .withChars("ab \\<>019[]\t")
            .ofMaxLength(40)
            .map(text -> "<13>" + text);
    Arbitrary<Framed> counted =
        Arbitraries.strings()
            .withChars("ab \n<>019")
            .ofMaxLength(40)
            .map(text -> new Framed("<13>" + text, true));
    return Arbitraries.oneOf(line.map(text -> new Framed(text, false)), counted).list();
  }

  @Property
  void takesAnyBytes(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int most)
      throws IOException {
    String text = new String(bytes, ISO_8859_1);
    int found = 0;
    for (String frame : frames(new SyslogFrames(MAX), text, most)) {
      found += frame.length();
    }
    assertThat(found).isLessThanOrEqualTo(bytes.length);
  }
}
