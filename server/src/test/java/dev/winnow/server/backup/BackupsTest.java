package dev.winnow.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.upgrade.FirstFormat;
import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.Partition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupsTest {
  @TempDir private Path directory;
  @TempDir private Path other;

  @BeforeEach
  void unpack() throws IOException {
    FirstFormat.unpackInto(directory);
  }

  @Test
  void restoresAllThatCanBeAsked() throws IOException {
    Map<String, Object> acme;
    Map<String, Object> globex;
    byte[] archive;
    try (OpenData data = new OpenData(directory)) {
      archive = data.archive();
      acme = data.answers("acme");
      globex = data.answers("globex");
      data.store().writer().append(batch("later"));
    }
    Path target = other.resolve("restored");
    Restoration restored = restore(archive, target);

    assertThat(restored.directory()).isEqualTo(target);
    assertThat(restored.time()).isEqualTo("2026-11-21T12:00:00Z");
    try (OpenData data = new OpenData(target)) {
      assertThat(data.answers("acme")).isEqualTo(acme);
      assertThat(data.answers("globex")).isEqualTo(globex);
      assertThat((List<?>) acme.get("records")).hasSize(101);
      assertThat(data.answers("default").get("audit")).asString().contains("backup.create");
      assertThat(data.store().writer().append(batch("later")))
          .extracting(Commit::isDuplicate)
          .isEqualTo(false);
    }
    assertThat(Files.exists(directory.resolve("unpacked/control.copy"))).isFalse();
  }

  private static Batch batch(String id) {
    Partition today = new Partition(LocalDate.of(2026, 11, 21), "default");
    return new Batch(id, today, "acme", "http", List.of(), List.of(), List.of(), List.of());
  }

  private static Restoration restore(byte[] archive, Path target) {
    return Restoration.of(new ByteArrayInputStream(archive), target, bytes -> {});
  }

  @Test
  void isAnArchiveThatTarAndSha256sumRead() throws IOException {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    try (OpenData data = new OpenData(directory);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new ByteArrayInputStream(data.archive()))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        assertThat(entry.getMode()).isEqualTo(0600);
        assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(OpenData.NOW);
        entries.put(entry.getName(), tar.readAllBytes());
      }
    }
    String sums = new String(entries.pollLastEntry().getValue(), StandardCharsets.US_ASCII);
    StringBuilder expected = new StringBuilder();
    entries.forEach((name, content) -> {
      String sum = HexFormat.of().formatHex(Checksums.digest().digest(content));
      expected.append(sum).append("  ").append(name).append('\n');
    });

    assertThat(sums).isEqualTo(expected.toString());
    assertThat(entries.sequencedKeySet())
        .startsWith("backup.json", "format", "followed", "control.db")
        .contains("store/catalogue", "store/records/audit/2026-11-19-1.packed.duckdb");
    assertThat(new String(entries.firstEntry().getValue(), StandardCharsets.UTF_8))
        .startsWith(
            "{\"format\":1,\"program\":\"\",\"time\":\"2026-11-21T12:00:00Z\",\"files\":["
                + "{\"name\":\"format\",\"bytes\":2},{\"name\":\"followed\",\"bytes\":48},");
  }

  @Test
  void isAtWorkOnceAtATime() throws IOException {
    try (OpenData data = new OpenData(directory)) {
      Backup first = data.begin();
      assertThatThrownBy(data::begin)
          .hasMessage("a backup is at work already")
          .extracting(failure -> ((WinnowException) failure).code())
          .isEqualTo(ErrorCode.OVERLOADED);
      assertThatThrownBy(() -> first.writeTo(leavingAfter(100_000)))
          .isInstanceOf(IOException.class);

      data.begin().writeTo(OutputStream.nullOutputStream());
    }
  }

  /** A reader who takes so many bytes. */
  private static OutputStream leavingAfter(int bytes) {
    return new OutputStream() {
      private int left = bytes;

      @Override
      public void write(int value) throws IOException {
        left--;
        if (left < 0) {
          throw new IOException("gone");
        }
      }
    };
  }
}
