package dev.winnow.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TarHeaderTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 511, 8_589_934_591L, 8_589_934_592L, Long.MAX_VALUE})
  void tellsSizesAsTarDoes(long bytes) throws IOException {
    TarHeader header = new TarHeader("store/catalogue", bytes);
    byte[] block = header.block(1_700_000_000);

    assertThat(TarHeader.of(block)).isEqualTo(header);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(block))) {
      TarArchiveEntry entry = tar.getNextEntry();
      assertThat(entry.getName()).isEqualTo("store/catalogue");
      assertThat(entry.getSize()).isEqualTo(bytes);
      assertThat(entry.isFile()).isTrue();
    }
  }
}
