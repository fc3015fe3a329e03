package dev.winnow.server.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.server.upgrade.FirstFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestorationTest {
  private static final String MANIFEST =
      "{\"format\":1,\"program\":\"\",\"time\":\"\",\"files\":[%s]}";
  private static final String FORMAT = "{\"name\":\"format\",\"bytes\":2}";

  private byte[] archive = {};
  private Path parent = Path.of("");
  private Path target = parent;

  @BeforeAll
  void backUp(@TempDir Path directory) throws IOException {
    FirstFormat.unpackInto(directory);
    try (OpenData data = new OpenData(directory)) {
      archive = data.archive();
    }
  }

  @BeforeEach
  void choose(@TempDir Path directory) {
    parent = directory;
    target = parent.resolve("target");
  }

  private static void restore(byte[] archive, Path directory) {
    Restoration _ = Restoration.of(new ByteArrayInputStream(archive), directory, bytes -> {});
  }

  private void demandRefused(byte[] hostile, String message) {
    assertThatThrownBy(() -> restore(hostile, target))
        .hasMessageContaining(message)
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.BACKUP_UNUSABLE);
    assertThat(target.toFile().list()).containsExactly("lock");
    assertThat(parent.toFile().list()).containsExactly("target");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.00001, 0.0001, 0.001, 0.1, 0.3, 0.5, 0.9, 0.9999})
  void refusesWhatWasCutOff(double part) {
    int length = (int) (part * (archive.length - 1024));
    byte[] cut = new byte[length];
    System.arraycopy(archive, 0, cut, 0, length);

    demandRefused(cut, "the rest was cut off");
    restore(archive, target);
    DataDirectory.openExisting(target).close();
  }

  @Test
  void refusesWhatLacksItsLastBlocks() {
    byte[] cut = new byte[archive.length - 1024];
    System.arraycopy(archive, 0, cut, 0, cut.length);
    demandRefused(cut, "the backup ends at 'SHA256SUMS': the rest was cut off");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.01, 0.2, 0.5, 0.9, 0.9999})
  void refusesWhatWasDamaged(double part) {
    byte[] damaged = archive.clone();
    int at = (int) (part * (archive.length - 1024));
    while (damaged[at] == 0) {
      // What is damaged in the blanks between files does no harm.
      at--;
    }
    damaged[at] ^= 0x10;
    demandRefused(damaged, "damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../format",
        "/etc/passwd",
        "store/../../x",
        "store/./x",
        "store//x",
        "store/x/",
        "store",
        "store/.hidden",
        "lock",
        "unpacked/libx.so",
        "winnow.yaml",
        "store/a/b/c/d/e",
        "store/\\u0000",
        "store/a\\nb",
        "store/\u00e4"
      })
  void refusesNamesThatNoDataDirectoryHas(String name) {
    String file = "{\"name\":\"" + name + "\",\"bytes\":0}";
    demandRefused(manifest(FORMAT + "," + file), "which no data directory has");
  }

  @Test
  void refusesNamesLongerThanTarHas() {
    String file = "{\"name\":\"store/" + "x".repeat(95) + "\",\"bytes\":0}";
    demandRefused(manifest(FORMAT + "," + file), "which no data directory has");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'name':'format','bytes':2},{'name':'format','bytes':2} | twice",
        "{'name':'format','bytes':-1} | twice, or with a size below 0",
        "{'name':'format','bytes':9223372036854775807},{'name':'followed','bytes':1} | exbibytes",
        "{'name':'format','bytes':1e3} | whole number",
        "{'name':'format'} | files[0].bytes is missing",
        "{'name':'format','bytes':2,'mode':511} | files[0].mode is unknown",
        "{'name':'followed','bytes':2} | lacks the file format",
        "7 | must be an object"
      })
  void refusesManifestsThatAreNone(String files, String message) {
    demandRefused(manifest(files.replace('\'', '"')), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | format is missing",
        "{'format':2,'program':'','time':'','files':[]} | has format 2, and this program knows 1",
        "[] | damaged backup.json",
        "nonsense | damaged backup.json"
      })
  void refusesWhatIsNoManifest(String json, String message) {
    String said = message.replace("knows 1", "knows format 1");
    demandRefused(entry("backup.json", json.replace('\'', '"').getBytes(UTF_8)), said);
  }

  @Test
  void refusesSizesThatTheManifestDoesNotTell() {
    byte[] bomb = join(manifest(FORMAT), entry("format", "1\n2\n".getBytes(US_ASCII)));
    demandRefused(bomb, "has 'format' of 4 bytes where 'format' of 2 belongs");
    byte[] huge = new TarHeader("backup.json", Long.MAX_VALUE).block(0);
    demandRefused(huge, "has no backup.json where that belongs");
    byte[] negative = new TarHeader("backup.json", 1L << 40).block(0);
    negative[128] = (byte) 0x80;
    demandRefused(withChecksum(negative), "has no backup.json where that belongs");
  }

  @Test
  void refusesWhatTheDiskHasNoRoomFor() {
    byte[] large = manifest("{\"name\":\"format\",\"bytes\":" + Long.MAX_VALUE + "}");
    assertThatThrownBy(() -> restore(large, target))
        .hasMessageContaining("the backup holds 9223372036854775807 bytes, and the disk of")
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE);
    assertThat(target.toFile().list()).containsExactly("lock");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '5', '6', 'x', 'L', 'S', 0})
  void refusesLinksAndWhateverElseIsNoPlainFile(char type) {
    byte[] entry = entry("format", "1\n".getBytes(US_ASCII));
    entry[156] = (byte) type;
    System.arraycopy("/etc/passwd".getBytes(US_ASCII), 0, entry, 157, 11);
    demandRefused(
        join(manifest(FORMAT), withChecksum(entry)), "has 'format', which is no plain file");
  }

  @Test
  void refusesEntriesInAnotherOrderOrTwice() {
    byte[] format = entry("format", "1\n".getBytes(US_ASCII));
    byte[] followed = entry("followed", "1\n".getBytes(US_ASCII));
    byte[] both = manifest(FORMAT + ",{\"name\":\"followed\",\"bytes\":2}");
    demandRefused(join(both, followed, format), "has 'followed' of 2 bytes where 'format'");
    demandRefused(join(both, format, format), "has 'format' of 2 bytes where 'followed'");
    demandRefused(join(both, format, followed, format), "has no SHA256SUMS where that belongs");
  }

  @Test
  void refusesWhatGoesOnBehindItsEnd() {
    demandRefused(join(whole("1\n"), entry("format", new byte[0])), "goes on behind its end");
  }

  @Test
  void refusesDataOfAnotherFormat() {
    byte[] newer = join(whole("2\n"), new byte[1024]);
    assertThatThrownBy(() -> restore(newer, target))
        .hasMessageContaining("it has format '2', and this program knows format 1")
        .extracting(failure -> ((WinnowException) failure).code())
        .isEqualTo(ErrorCode.DATA_DIRECTORY_UNUSABLE);
    assertThat(target.toFile().list()).containsExactly("lock");
  }

  @Test
  void leavesADirectoryWithDataAlone() throws IOException {
    restore(archive, target);
    Path letters = Files.createDirectory(parent.resolve("letters"));
    Path letter = Files.writeString(letters.resolve("letter"), "dear");

    assertThatThrownBy(() -> restore(archive, target))
        .hasMessageContaining("holds 'control.db' already; name an empty one, or one that is not");
    assertThatThrownBy(() -> restore(archive, letters))
        .hasMessageContaining("holds 'letter' already");
    assertThatThrownBy(() -> restore(archive, letter)).hasMessageContaining("it is a file");
    assertThat(letter).hasContent("dear");
    assertThat(letters.toFile().list()).containsExactly("letter");
    DataDirectory.openExisting(target).close();
  }

  @Test
  void leavesADirectoryThatAProcessIsAboutToUseAlone() {
    try (DataDirectory data = DataDirectory.openEmpty(target)) {
      assertThatThrownBy(() -> restore(archive, data.path()))
          .extracting(failure -> ((WinnowException) failure).code())
          .isEqualTo(ErrorCode.DATA_DIRECTORY_IN_USE);
    }
    restore(archive, target);
  }

  /** As a process leaves it that is killed while it reads, wherever that is. */
  @Test
  void leavesNothingThatLooksCompleteAndGoesOnFromThere() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    Path killed = target.resolveSibling("killed");
    try (FilterInputStream in =
        new FilterInputStream(new ByteArrayInputStream(archive)) {
          @Override
          public byte[] readNBytes(int count) throws IOException {
            assertThat(target.resolve("format")).doesNotExist();
            if (reads.incrementAndGet() == 30) {
              copy(target, killed);
            }
            return super.readNBytes(count);
          }
        }) {
      Restoration _ = Restoration.of(in, target, bytes -> {});
    }

    assertThat(reads).hasValueGreaterThan(40);
    assertThat(killed.resolve("restore.new/format")).exists();
    assertThatThrownBy(() -> DataDirectory.open(killed))
        .hasMessageContaining("it holds something else, such as 'restore.new'");
    restore(archive, killed);
    DataDirectory.openExisting(killed).close();
    assertThat(killed.resolve("restore.new")).doesNotExist();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  /** An archive with nothing but the format of a directory, without its last blocks. */
  private static byte[] whole(String format) {
    byte[] json = MANIFEST.formatted(FORMAT).getBytes(UTF_8);
    byte[] text = format.getBytes(US_ASCII);
    String sums = sum(json) + "  backup.json\n" + sum(text) + "  format\n";
    return join(
        entry("backup.json", json),
        entry("format", text),
        entry("SHA256SUMS", sums.getBytes(US_ASCII)));
  }

  private static String sum(byte[] bytes) {
    MessageDigest digest = Checksums.digest();
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  private static byte[] manifest(String files) {
    return entry("backup.json", MANIFEST.formatted(files).getBytes(UTF_8));
  }

  private static byte[] entry(String name, byte[] content) {
    return join(
        new TarHeader(name, content.length).block(0),
        content,
        new byte[TarHeader.padding(content.length)]);
  }

  /** The same with the checksum that its first block should have. */
  private static byte[] withChecksum(byte[] entry) {
    System.arraycopy("        ".getBytes(ISO_8859_1), 0, entry, 148, 8);
    int sum = 0;
    for (int i = 0; i < TarHeader.BLOCK_BYTES; i++) {
      sum += entry[i] & 0xff;
    }
    System.arraycopy("%06o\000 ".formatted(sum).getBytes(ISO_8859_1), 0, entry, 148, 8);
    return entry;
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
