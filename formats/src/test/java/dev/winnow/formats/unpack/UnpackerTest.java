package dev.winnow.formats.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.winnow.formats.input.Input;
import dev.winnow.formats.input.LineReader;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Pipe.SinkChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The resources are made by the tools themselves, see pack.sh beside them. */
final class UnpackerTest {
  private static final String LONG_NAME = "d".repeat(60) + "/" + "e".repeat(80) + "/long.log";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.log",
        "app.log.gz",
        "app.log.bz2",
        "app.log.xz",
        "app.log.lz4",
        "app.log.zst",
        "padded.log.gz",
        "skippable.log.zst",
        "utf16.log"
      })
  void readsALogOfEveryCompression(String file) throws IOException {
    Texts texts = Texts.of(Texts.resource(file));

    assertThat(texts.failures()).isEmpty();
    assertThat(texts.byName()).containsExactly(entry("it", Texts.log()));
  }

  @ParameterizedTest
  @CsvSource({"v7.tar.bz2, true", "ustar.tar.xz, false", "gnu.tgz, false", "posix.tar.zst, false"})
  void readsTheFilesInATarOfEveryFormat(String file, boolean shortName) throws IOException {
    Unpacker unpacker = Texts.unpacker(Texts.resource(file));

    Texts texts = Texts.of(unpacker);

    assertThat(texts.failures()).isEmpty();
    assertThat(texts.byName())
        .containsOnly(
            entry("it!" + (shortName ? "d/long.log" : LONG_NAME), Texts.log()),
            entry("it!logs/app.log", Texts.log()),
            entry("it!logs/old/app.log.1.gz", Texts.log()));
    assertThat(unpacker.members()).isEqualTo(5);
    assertThat(unpacker.leftOut()).isEqualTo(2);
  }

  @Test
  void readsAZipThatWasWrittenToAPipe() throws IOException {
    Unpacker unpacker = Texts.unpacker(Texts.resource("piped.zip"));

    Texts texts = Texts.of(unpacker);

    assertThat(texts.failures()).isEmpty();
    assertThat(texts.byName())
        .containsExactly(
            entry("it!logs/app.log", Texts.log()), entry("it!logs/old/app.log.1.gz", Texts.log()));
    assertThat(unpacker.leftOut()).isEqualTo(2);
    assertThat(unpacker.firstLeftOut()).isEqualTo("it!logs/empty.log");
  }

  @Test
  void readsStoredMembersOfAZip() throws IOException {
    assertThat(Texts.of(Texts.resource("stored.zip")).byName())
        .containsExactly(entry("it!logs/app.log", Texts.log()));
  }

  @Test
  void refusesEncryptedMembersOfAZip() throws IOException {
    assertThat(Texts.of(Texts.resource("encrypted.zip")).failures())
        .containsExactly(
            "it!logs/app.log is encrypted, and nothing behind it was read; unpack it first");
  }

  @Test
  void refusesAnArchiveWithoutText() throws IOException {
    byte[] zip = zip("logo.png", new byte[1000]);

    assertThat(Texts.of(zip).failures())
        .containsExactly("it has no log in it: its 1 members are empty or no text");
  }

  @Test
  void readsArchivesInArchivesThreeDeep() throws IOException {
    byte[] one = zip("app.log", "one\n".getBytes(StandardCharsets.UTF_8));
    byte[] three = zip("c.zip", zip("b.zip", one));

    assertThat(Texts.of(three).byName()).containsExactly(entry("it!c.zip!b.zip!app.log", "one\n"));
    assertThat(Texts.of(zip("d.zip", three)).failures())
        .containsExactly(
            "it!d.zip!c.zip!b.zip is an archive in an archive more than 3 times over; unpack it"
                + " first");
  }

  @Test
  void readsCompressionsInCompressionsThreeDeep() throws IOException {
    byte[] three = gzip(gzip(gzip("one\n".getBytes(StandardCharsets.UTF_8))));

    assertThat(Texts.of(three).byName()).containsExactly(entry("it", "one\n"));
    assertThat(Texts.of(gzip(three)).failures())
        .containsExactly("it is compressed more than 3 times over; unpack it first");
  }

  @Test
  void saysWhereACompressedLogIsTruncated() throws IOException {
    byte[] gzip = Texts.resource("padded.log.gz");

    assertThat(Texts.of(Arrays.copyOf(gzip, 400)).failures())
        .containsExactly("it: the gzip data are truncated at byte 400");
  }

  @Test
  void saysWhereAnArchiveIsTruncated() throws IOException {
    byte[] zip = Texts.resource("stored.zip");

    Texts texts = Texts.of(Arrays.copyOf(zip, 1000));

    assertThat(texts.failures())
        .containsExactly("it!logs/app.log: the zip data are truncated at byte 1000");
    String text = texts.byName().getOrDefault("it!logs/app.log", "");
    assertThat(Texts.log()).startsWith(text.stripTrailing());
    assertThat(text).hasSizeGreaterThan(800);
  }

  @Test
  void goesOnBehindADamagedMember() throws IOException {
    byte[] damaged = Texts.resource("padded.log.gz");
    damaged[300] ^= 0x55;
    byte[] tar = TarBytes.of("a.gz", damaged).and("b.log", "one\n").bytes();

    Texts texts = Texts.of(tar);

    assertThat(texts.failures())
        .singleElement()
        .asString()
        .startsWith("it!a.gz: the gzip data are damaged at about byte ");
    assertThat(texts.byName()).containsEntry("it!b.log", "one\n");
  }

  @Test
  void datesAMemberByTheArchive() throws IOException {
    Unpacker unpacker = Texts.unpacker(Texts.resource("gnu.tgz"));

    try (Input input = Texts.next(unpacker)) {
      assertThat(input.asOf()).isEqualTo("2026-11-20T11:00:00Z");
    }
    try (Input undated = Texts.next(Texts.unpacker(TarBytes.of("a.log", "one\n").bytes()))) {
      assertThat(undated.asOf()).isEqualTo(Texts.AS_OF);
    }
  }

  @Test
  void countsBytesOfTheFileAndOfTheText() throws IOException {
    Path file = Files.write(directory.resolve("app.log.gz"), Texts.resource("app.log.gz"));
    try (Unpacker unpacker = Unpacker.file(file);
        Input input = Texts.next(unpacker)) {
      LineReader lines = new LineReader(input);
      while (lines.next()) {
        assertThat(input.bytesRead()).isLessThanOrEqualTo(Files.size(file));
      }

      assertThat(input.size()).isEqualTo(Files.size(file));
      assertThat(input.bytesRead()).isEqualTo(Files.size(file));
      assertThat(input.textBytes()).isEqualTo(Texts.resource("app.log").length);
    }
  }

  @Test
  void readsWhatComesByteByByte() throws IOException {
    byte[] bytes = Texts.resource("piped.zip");
    InputStream inPieces =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1));
          }
        };

    Texts texts = Texts.of(Unpacker.of("it", Channels.newChannel(inPieces), Texts.AS_OF));

    assertThat(texts.failures()).isEmpty();
    assertThat(texts.byName()).containsEntry("it!logs/app.log", Texts.log());
  }

  @Test
  void givesALineOfAPipeAsSoonAsItCame() throws IOException {
    Pipe pipe = Pipe.open();
    try (SinkChannel sink = pipe.sink();
        Unpacker unpacker = Unpacker.of("pipe", pipe.source(), Texts.AS_OF)) {
      sink.write(ByteBuffer.wrap("one\n".getBytes(StandardCharsets.UTF_8)));

      try (Input input = Texts.next(unpacker)) {
        assertThat(new LineReader(input).next()).isTrue();
      }
    }
  }

  @Test
  void endsWhenTheReadingThreadIsInterrupted() throws IOException {
    Pipe pipe = Pipe.open();
    try (SinkChannel sink = pipe.sink();
        Unpacker unpacker = Unpacker.of("pipe", pipe.source(), Texts.AS_OF)) {
      sink.write(ByteBuffer.wrap(Texts.resource("padded.log.gz"), 0, 400));
      Input input = Texts.next(unpacker);
      LineReader lines = new LineReader(input);
      Thread.currentThread().interrupt();
      int read = 0;
      while (lines.next()) {
        read++;
      }

      assertThat(read).isPositive();
      assertThat(unpacker.next()).isNull();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> Unpacker.file(directory))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_NOT_READABLE))
        .hasMessage(
            "%s is a directory; name the files in it, as in %s/*.log", directory, directory);
  }

  @Test
  void refusesAMissingFile() {
    Path missing = directory.resolve("missing.log");

    assertThatThrownBy(() -> Unpacker.file(missing))
        .isInstanceOf(WinnowException.class)
        .hasMessage("%s does not exist; check the name, or give - to read standard input", missing);
  }

  @Test
  void refusesWhatIsNoTextAndSaysWhatToDo() {
    assertThat(Texts.of("LPKSHHRH of systemd".getBytes(StandardCharsets.UTF_8)).failures())
        .containsExactly(
            "it is a journal of systemd; export it first: journalctl --file FILE | winnow ... -");
  }

  @Test
  void passesOverAByteOrderMark() {
    byte[] marked = "\ufeffone\n\ufefftwo\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Texts.of(marked).byName()).containsExactly(entry("it", "one\n\ufefftwo\n"));
  }

  @Test
  void readsAnEmptyFile() throws IOException {
    Path file = Files.createFile(directory.resolve("empty.log"));

    try (Unpacker unpacker = Unpacker.file(file);
        Input input = Texts.next(unpacker)) {
      assertThat(new LineReader(input).next()).isFalse();
      assertThat(input.bytesRead()).isZero();
      assertThat(unpacker.next()).isNull();
    }
  }

  @Test
  void leavesOutWhatIsAppendedLater() throws IOException {
    Path file = Files.writeString(directory.resolve("growing.log"), "one\ntwo\n");
    try (Unpacker unpacker = Unpacker.file(file)) {
      Files.writeString(file, "three\n", StandardOpenOption.APPEND);

      assertThat(Texts.of(unpacker).byName()).containsExactly(entry(file.toString(), "one\ntwo\n"));
    }
  }

  @Test
  void endsWhereAFileThatShrinksEnds() throws IOException {
    Path file = Files.writeString(directory.resolve("shrinking.log"), "one\ntwo\n");
    try (Unpacker unpacker = Unpacker.file(file);
        FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      other.truncate(5);

      assertThat(Texts.of(unpacker).byName()).containsExactly(entry(file.toString(), "one\nt\n"));
    }
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return packed.toByteArray();
  }
}
