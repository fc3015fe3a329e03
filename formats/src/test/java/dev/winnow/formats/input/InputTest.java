package dev.winnow.formats.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Pipe;
import org.junit.jupiter.api.Test;

final class InputTest {
  @Test
  void endsWhenTheReadingThreadIsInterrupted() throws IOException {
    Pipe pipe = Pipe.open();
    try (Input input = Input.of("pipe", pipe.source(), InMemoryInput.AS_OF)) {
      Thread.currentThread().interrupt();

      assertThat(new LineReader(input).next()).isFalse();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
      pipe.sink().close();
    }
  }
}
