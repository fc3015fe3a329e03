package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.junit.jupiter.api.Test;

final class SpoolTest {
  @Test
  void givesTheSameAgainAndAgain() throws IOException {
    byte[] bytes = new byte[200_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }

    try (Spool spool = Spool.of(Channels.newChannel(new ByteArrayInputStream(bytes)))) {
      for (int i = 0; i < 2; i++) {
        try (ReadableByteChannel reading = spool.reading()) {
          assertThat(Channels.newInputStream(reading).readAllBytes()).isEqualTo(bytes);
        }
      }
    }
  }

  @Test
  void canBeEmpty() throws IOException {
    try (Spool spool = Spool.of(Channels.newChannel(new ByteArrayInputStream(new byte[0])))) {
      assertThat(Channels.newInputStream(spool.reading()).read()).isEqualTo(-1);
    }
  }
}
