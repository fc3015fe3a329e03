package dev.winnow.formats.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follows a real pipe. */
final class ArrivingBytesTest {
  private Pipe pipe;
  private Input input;
  private LineReader lines;

  @BeforeEach
  void follow() throws IOException {
    pipe = Pipe.open();
    input = Input.follow("pipe", pipe.source(), InMemoryInput.AS_OF, Duration.ofMillis(20));
    lines = new LineReader(input);
  }

  @AfterEach
  void close() throws IOException {
    input.close();
    pipe.sink().close();
  }

  @Test
  void saysThatThereIsNothingYet() throws IOException {
    assertThat(lines.next()).isFalse();
    assertThat(input.isEnded()).isFalse();
    write("one\ntw");

    assertThat(nextLine()).isEqualTo("one");
    assertThat(lines.next()).isFalse();
    write("o\n");
    assertThat(nextLine()).isEqualTo("two");
  }

  @Test
  void endsWithTheStream() throws IOException {
    write("\ufeffone\nhalf");
    pipe.sink().close();

    assertThat(nextLine()).isEqualTo("one");
    assertThat(nextLine()).isEqualTo("half");
    assertThat(lines.next()).isFalse();
    assertThat(input.isEnded()).isTrue();
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws IOException {
    Thread.currentThread().interrupt();

    assertThat(lines.next()).isFalse();
    assertThat(input.isEnded()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesWhatIsNotPlainText() throws IOException {
    pipe.sink().write(ByteBuffer.wrap(new byte[] {0x1f, (byte) 0x8b, 8, 0}));

    assertThatThrownBy(this::nextLine)
        .isInstanceOf(WinnowException.class)
        .hasMessage("pipe is gzip; only plain text can be followed");
  }

  @Test
  void givesMoreThanFitsInOneChunk() throws IOException, InterruptedException {
    String line = "x".repeat(999) + "\n";
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                write(line.repeat(500));
                pipe.sink().close();
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });

    while (!input.isEnded()) {
      lines.next();
    }
    writer.join();
    assertThat(lines.lines()).isEqualTo(500);
    assertThat(input.textBytes()).isEqualTo(500_000);
  }

  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      pipe.sink().write(bytes);
    }
  }

  private String nextLine() throws IOException {
    boolean found = lines.next();
    while (!found && !input.isEnded()) {
      found = lines.next();
    }
    int length = lines.to() - lines.from();
    return new String(lines.buffer(), lines.from(), length, StandardCharsets.UTF_8);
  }
}
