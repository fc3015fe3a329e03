package dev.winnow.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PinnedFileTest {
  @TempDir private Path directory;

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  /** Nobody writes to the pipe, so whoever opens it waits for ever. */
  @Test
  void looksAtPipeWithoutWaiting() throws Exception {
    try (PinnedFile pinned = PinnedFile.of(pipe())) {
      assertThat(pinned.attributes().isOther()).isTrue();
    }
  }

  @Test
  void opensWhatItLookedAtThoughAPipeTookItsPath() throws Exception {
    Path file = Files.writeString(directory.resolve("ä+ b"), "text");
    try (PinnedFile pinned = PinnedFile.of(file)) {
      assertThat(pinned.attributes().isRegularFile()).isTrue();
      Files.move(file, directory.resolve("aside"));
      Files.move(pipe(), file);
      try (FileChannel channel = pinned.open()) {
        ByteBuffer bytes = ByteBuffer.allocate(10);
        assertThat(channel.read(bytes)).isEqualTo(4);
        assertThat(bytes.array()).startsWith('t', 'e', 'x', 't');
      }
    }
  }

  @Test
  void tellsWhereALinkLeads() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "text");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    try (PinnedFile pinned = PinnedFile.of(link)) {
      assertThat(pinned.realPath()).isEqualTo(file.toRealPath());
      assertThat(pinned.attributes().isRegularFile()).isTrue();
    }
  }

  @Test
  void tellsWhatIsNotThere() {
    assertThatThrownBy(() -> PinnedFile.of(directory.resolve("absent")).close())
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void keepsNoDescriptor() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      PinnedFile.of(directory).close();
    }
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(open.count()).isLessThan(10_000);
    }
  }
}
