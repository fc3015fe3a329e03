package dev.winnow.formats.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDecoderTest {
  private static final int LIMIT = 1 << 20;

  private final BodyDecoder decoder = new BodyDecoder(LIMIT);

  private static byte[] pack(String encoding, byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (encoding) {
          case "gzip", "x-gzip", "GZip" -> new GZIPOutputStream(packed);
          case "zstd" -> new ZstdOutputStream(packed);
          case "deflate" -> new DeflaterOutputStream(packed);
          case "snappy" -> new SnappyCompressorOutputStream(packed, body.length);
          case "raw deflate" -> new DeflaterOutputStream(packed, new Deflater(9, true));
          default -> packed;
        }) {
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Property(tries = 200)
  void givesBackWhatWasPacked(@ForAll byte[] body, @ForAll("encodings") String encoding) {
    assertThat(decoder.decode(encoding, pack(encoding, body))).isEqualTo(body);
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("gzip", "x-gzip", "GZip", "zstd", "deflate", "snappy", "identity", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "deflate", "snappy", "identity"})
  void unpacksUpToTheLimit(String encoding) {
    byte[] most = random(LIMIT - 1_000);
    assertThat(decoder.decode(encoding, pack(encoding, most))).isEqualTo(most);
    byte[] zeros = new byte[LIMIT];
    assertThat(decoder.decode(encoding, pack(encoding, zeros))).isEqualTo(zeros);
    assertThatThrownBy(() -> decoder.decode(encoding, pack(encoding, new byte[LIMIT + 1])))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE));
  }

  @Test
  void saysHowMuchIsTooMuch() {
    BodyDecoder small = new BodyDecoder(1000);
    assertThatThrownBy(() -> small.decode("gzip", pack("gzip", new byte[1001])))
        .hasMessage("the body unpacks to more than 1000 bytes");
    assertThatThrownBy(() -> small.decode("", new byte[1001]))
        .hasMessage("the body has more than 1000 bytes");
    assertThatThrownBy(() -> small.decode("zstd", random(1001)))
        .hasMessage("the body has more than 1000 bytes");
  }

  @Test
  void readsDeflateWithoutHeader() {
    byte[] body = "some text, some text".getBytes(StandardCharsets.UTF_8);
    assertThat(decoder.decode("deflate", pack("raw deflate", body))).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void readsMembersOneBehindAnother(String encoding) {
    byte[] first = pack(encoding, "one ".getBytes(StandardCharsets.UTF_8));
    byte[] second = pack(encoding, "two".getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertThat(decoder.decode(encoding, both))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("one two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "deflate", "snappy", "identity"})
  void takesAnEmptyBodyAsItIs(String encoding) {
    assertThat(decoder.decode(encoding, new byte[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip", "x-snappy-framed", "aes128gcm"})
  void refusesAnEncodingThatIsNotKnown(String encoding) {
    assertThatThrownBy(() -> decoder.decode(encoding, new byte[1]))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE))
        .hasMessage(
            "the content encoding '"
                + encoding
                + "' is none of gzip, zstd, deflate, snappy, identity");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, the gzip body is truncated",
    "zstd, the zstd body is damaged or truncated",
    "deflate, the deflate body is truncated",
    "snappy, the snappy body is damaged"
  })
  void refusesATruncatedBody(String encoding, String message) {
    byte[] packed = pack(encoding, random(5_000));
    assertThatThrownBy(() -> decoder.decode(encoding, Arrays.copyOf(packed, packed.length / 2)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, the gzip body is damaged",
    "zstd, the zstd body is damaged or truncated",
    "deflate, the deflate body is truncated",
    "snappy, the snappy body is damaged"
  })
  void refusesABodyThatIsNotPackedSo(String encoding, String message) {
    byte[] text = "{\"resourceLogs\":[]}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> decoder.decode(encoding, text)).hasMessage(message);
  }

  @Property(tries = 1000)
  void unpacksOrRefusesWhateverBytesThereAre(
      @ForAll byte[] body, @ForAll("encodings") String encoding, @ForAll int place) {
    byte[] packed = pack(encoding, body);
    if (packed.length > 0) {
      packed[Math.floorMod(place, packed.length)] ^= (byte) (1 << (place & 7));
    }
    try {
      assertThat(decoder.decode(encoding, packed).length).isLessThanOrEqualTo(LIMIT);
    } catch (WinnowException refused) {
      assertThat(refused.code()).isIn(ErrorCode.MALFORMED_REQUEST, ErrorCode.REQUEST_TOO_LARGE);
    }
  }

  @Test
  void refusesAWindowThatNoBodyNeeds() {
    byte[] header = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (21 << 3)};
    assertThatThrownBy(() -> decoder.decode("zstd", Arrays.copyOf(header, 20)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE))
        .hasMessage("the zstd body needs a window of more than 8388608 bytes");
  }

  /** What is promised is not believed: nothing is allocated for it. */
  @ParameterizedTest
  @ValueSource(strings = {"ffffff7f", "ffffffff0f", "ffffffffffffffffff01", "8080808010"})
  void refusesSnappyThatPromisesTooMuch(String promise) {
    assertThatThrownBy(() -> decoder.decode("snappy", HexFormat.of().parseHex(promise + "0061")))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused ->
                assertThat(refused.code())
                    .isIn(ErrorCode.REQUEST_TOO_LARGE, ErrorCode.MALFORMED_REQUEST));
  }

  /** Frames begin with a name, which a block cannot: it would promise too much. */
  @ParameterizedTest
  @ValueSource(strings = {"ff060000734e61507059", "05006100", "0100610062", "02006109", "0209"})
  void refusesWhatIsNoBlockOfSnappy(String body) {
    assertThatThrownBy(() -> decoder.decode("snappy", HexFormat.of().parseHex(body)))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST))
        .hasMessage("the snappy body is damaged");
  }

  /** "ab", then the same again as often as each way of repeating can say. */
  @ParameterizedTest
  @CsvSource({
    "0804616209 02, abababab",
    "080461621602 00, abababab",
    "0804616217 02000000, abababab",
    "02f00161 62, ab",
    "02f401006162, ab",
    "02f80100006162, ab",
    "02fc010000006162, ab"
  })
  void readsEveryElementOfSnappy(String body, String text) {
    byte[] block = HexFormat.of().parseHex(body.replace(" ", ""));
    assertThat(decoder.decode("snappy", block)).asString(StandardCharsets.UTF_8).isEqualTo(text);
  }

  @Test
  void unpacksAFrameThatIsItsOwnWindow() {
    BodyDecoder large = new BodyDecoder(20 << 20);
    byte[] body = random(18 << 20);
    assertThat(large.decode("zstd", Zstd.compress(body))).isEqualTo(body);
  }
}
