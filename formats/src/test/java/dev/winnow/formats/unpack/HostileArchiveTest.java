package dev.winnow.formats.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, or built to do harm. */
final class HostileArchiveTest {
  /** What is shorter cannot be told from a text. */
  private static final int HEADERS = 40;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.log.gz",
        "app.log.bz2",
        "app.log.xz",
        "app.log.lz4",
        "app.log.zst",
        "skippable.log.zst",
        "utf16.log",
        "piped.zip",
        "stored.zip",
        "gnu.tgz",
        "posix.tar.zst",
        "ustar.tar.xz",
        "v7.tar.bz2"
      })
  void givesTheBeginningOfWhatIsTruncatedAnywhere(String file) throws IOException {
    byte[] whole = Texts.resource(file);
    String log = Texts.log();
    for (int cut = 0; cut < whole.length; cut++) {
      int length = cut;
      Texts texts = Texts.of(Arrays.copyOf(whole, length));

      texts
          .byName()
          .forEach((name, text) -> {
            boolean ofLog = name.endsWith("log") || name.endsWith("gz") || file.contains("log");
            if (ofLog && length >= HEADERS) {
              assertThat(isBeginning(text, log)).as("%s at %d: %s", file, length, text).isTrue();
            }
          });
    }
  }

  /**
   * Whether a text is the beginning of a log, but for what a character or the magic of a compressed
   * member leaves when it is cut in two.
   */
  private static boolean isBeginning(String text, String log) {
    String kept = text.replaceAll("[\ufffd\n\u001f\b]+$", "");
    return log.startsWith(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.log.gz", "app.log.bz2", "app.log.xz", "app.log.lz4", "stored.zip"})
  void saysThatAFileIsTruncated(String file) throws IOException {
    byte[] whole = Texts.resource(file);
    for (int missing : new int[] {1, 5, 9, 100, 300}) {
      int length = whole.length - missing;

      assertThat(Texts.of(Arrays.copyOf(whole, length)).failures())
          .as("%s without the last %d bytes", file, missing)
          .singleElement()
          .asString()
          .contains(" data are truncated at byte " + length);
    }
  }

  @Test
  void saysThatAMemberIsTruncatedOfWhichNoTextIsLeft() {
    byte[] tar = TarBytes.of("a.log", new byte[1000]).bytes();

    Texts texts = Texts.of(Arrays.copyOf(tar, 512 + 300));

    assertThat(texts.byName()).isEmpty();
    assertThat(texts.failures())
        .containsExactly(
            "it!a.log could not be read to its end (the tar data are truncated at byte 812)");
  }

  @Test
  void losesNextToNothingOfWhatComesBeforeTheTruncation() throws IOException {
    StringBuilder log = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      log.append("order ").append(random.nextInt()).append(" placed\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream bzip2 = new BZip2CompressorOutputStream(packed, 1)) {
      bzip2.write(log.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] truncated = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    int decoded = 0;
    try (InputStream bytewise =
        new BZip2CompressorInputStream(new ByteArrayInputStream(truncated))) {
      while (bytewise.read() >= 0) {
        decoded++;
      }
    } catch (IOException end) {
      assertThat(decoded).isGreaterThan(100_000);
    }

    Texts texts = Texts.of(truncated);

    assertThat(texts.failures()).hasSize(1);
    assertThat(texts.byName().getOrDefault("it", "")).hasSizeGreaterThan(decoded - 300);
  }

  @Property(tries = 2000)
  void throwsNothingElseForBytesThatAreChanged(
      @ForAll @IntRange(max = 12) int file, @ForAll Random random) throws IOException {
    String[] files = {
      "app.log.gz", "app.log.bz2", "app.log.xz", "app.log.lz4", "app.log.zst",
      "skippable.log.zst", "utf16.log", "piped.zip", "stored.zip", "gnu.tgz",
      "posix.tar.zst", "ustar.tar.xz", "v7.tar.bz2"
    };
    byte[] bytes = Texts.resource(files[file]);
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }

    Texts texts = Texts.of(bytes);

    assertThat(texts.byName().size() + texts.failures().size()).isPositive();
  }

  @Property(tries = 500)
  void throwsNothingElseForATarWhoseHeadersAreChanged(@ForAll Random random) {
    byte[] bytes =
        TarBytes.of("a.log", "one\n")
            .and("x", 'x', "16 path=b.log\nx\n".getBytes(StandardCharsets.UTF_8))
            .and("y", "two\n")
            .bytes();
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);

    Texts texts = Texts.of(bytes);

    assertThat(texts.byName().size() + texts.failures().size()).isPositive();
  }

  @Test
  void stopsWhereAFileUnpacksToMoreThanAnyLogDoes() throws IOException {
    Limits limits = new Limits(1 << 20, 100, 10);
    byte[] bomb = UnpackerTest.gzip(prepend("a log\n", 20 << 20));

    Texts texts = Texts.of(Texts.unpacker(bomb, limits));

    assertThat(texts.failures())
        .containsExactly(
            "it: it unpacks to more than 100 times its size, as a decompression bomb does");
    assertThat(texts.byName().get("it")).startsWith("a log\n");
  }

  @Test
  void stopsForGoodAtABombInAnArchive() throws IOException {
    Limits limits = new Limits(1 << 20, 100, 10);
    byte[] bomb = UnpackerTest.gzip(prepend("a log\n", 20 << 20));
    byte[] archive = TarBytes.of("a.gz", bomb).and("b.gz", '0', bomb).bytes();

    assertThat(Texts.of(Texts.unpacker(UnpackerTest.gzip(archive), limits)).failures())
        .containsExactly(
            "it!a.gz: it unpacks to more than 100 times its size, as a decompression bomb does");
  }

  @Test
  void stopsAtABombThatIsLeftOut() throws IOException {
    Limits limits = new Limits(1 << 20, 100, 10);
    byte[] archive = TarBytes.of("zeros", new byte[20 << 20]).and("b.log", "one\n").bytes();

    assertThat(Texts.of(Texts.unpacker(UnpackerTest.gzip(archive), limits)).failures())
        .containsExactly(
            "it could not be read to its end"
                + " (it unpacks to more than 100 times its size, as a decompression bomb does)");
  }

  @Test
  void readsALogOfOneLineRepeatedAMillionTimes() throws IOException {
    byte[] log = "2026-11-20 10:00:00 INFO ok\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

    Texts texts = Texts.of(Texts.unpacker(UnpackerTest.gzip(log), new Limits(1, 1000, 10)));

    assertThat(texts.failures()).isEmpty();
    assertThat(texts.byName().get("it")).hasSize(log.length);
  }

  @Test
  void readsNoMoreMembersThanItsLimit() {
    TarBytes tar = TarBytes.of("0.log", "line\n");
    for (int i = 1; i < 12; i++) {
      tar.and(i + ".log", "line\n");
    }

    Texts texts = Texts.of(Texts.unpacker(tar.bytes(), new Limits(1 << 20, 100, 10)));

    assertThat(texts.byName()).hasSize(10);
    assertThat(texts.failures())
        .containsExactly("it has more than 10 members; those behind were not read");
  }

  @Test
  void takesEveryNameForAName() {
    String endless = "n".repeat(10_000);
    byte[] path = ("10011 path=" + endless + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] tar =
        TarBytes.of("../../etc/passwd", "one\n")
            .and("/etc/shadow", "two\n")
            .and("\u001b[31mred\n", "three\n")
            .and("", 'x', path)
            .and("short", "four\n")
            .and("nul\0hidden", "five\n")
            .bytes();

    assertThat(Texts.of(tar).byName())
        .containsExactly(
            entry("it!../../etc/passwd", "one\n"),
            entry("it!/etc/shadow", "two\n"),
            entry("it!\u001b[31mred\n", "three\n"),
            entry("it!..." + "n".repeat(200), "four\n"),
            entry("it!nul", "five\n"));
  }

  @Test
  void holdsNoMoreOfADescriptionThanItsLimit() {
    byte[] tar =
        TarBytes.of("a.log", "one\n")
            .and("", 'L', new byte[10 << 20])
            .and("b.log", "two\n")
            .header("c.log", '0', 1L << 32)
            .bytes();

    Texts texts = Texts.of(tar);

    assertThat(texts.byName())
        .containsEntry("it!a.log", "one\n")
        .containsEntry("it!b.log", "two\n");
    assertThat(texts.failures()).hasSize(1);
  }

  @Test
  void passesOverLinksAndDevices() {
    byte[] tar =
        TarBytes.of("a.log", "one\n")
            .header("link", '2', 0)
            .header("device", '3', 0)
            .header("directory/", '5', 0)
            .and("b.log", "two\n")
            .bytes();

    assertThat(Texts.of(tar).byName())
        .containsExactly(entry("it!a.log", "one\n"), entry("it!b.log", "two\n"));
  }

  private static byte[] prepend(String text, int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, text.length());
    return bytes;
  }
}
