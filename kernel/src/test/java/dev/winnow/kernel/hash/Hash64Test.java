package dev.winnow.kernel.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class Hash64Test {
  @TestFactory
  Stream<DynamicTest> equalsTheReferenceImplementation() {
    return Vectors.of("hash.json").tests("hashes", "text", Hash64Test::hasHash);
  }

  @Test
  void doesNotReadOutsideTheRange() {
    byte[] data = "0123456789abcdefghijklmnop".getBytes(StandardCharsets.US_ASCII);
    byte[] part = "56789abcdefghijkl".getBytes(StandardCharsets.US_ASCII);

    assertThat(Hash64.of(data, 5, 22, 1)).isEqualTo(Hash64.of(part, 0, part.length, 1));
  }

  private static void hasHash(Attributes vector) {
    byte[] bytes = vector.value("text").text().getBytes(StandardCharsets.UTF_8);
    long seed = Long.parseLong(vector.value("seed").text());

    assertThat(String.format(Locale.ROOT, "%016x", Hash64.of(bytes, 0, bytes.length, seed)))
        .isEqualTo(vector.value("hash").text());
  }
}
