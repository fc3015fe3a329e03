package dev.winnow.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.Attributes;
import java.math.BigDecimal;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonWriterTest {
  private static final Vectors VECTORS = Vectors.of("json.json");

  private final StringBuilder out = new StringBuilder();
  private final JsonWriter writer = new JsonWriter(out);

  @TestFactory
  Stream<DynamicTest> spellsDoublesLikeTheVectors() {
    return VECTORS.tests("doubles", "json", JsonWriterTest::spellsDouble);
  }

  private static void spellsDouble(Attributes vector) {
    double value = Double.parseDouble(vector.value("json").text());
    assertThat(written(value)).isEqualTo(vector.value("written").text());
  }

  @TestFactory
  Stream<DynamicTest> spellsStringsLikeTheVectors() {
    return VECTORS.tests("strings", "written", JsonWriterTest::spellsString);
  }

  private static void spellsString(Attributes vector) {
    StringBuilder written = new StringBuilder();
    new JsonWriter(written).value(vector.value("text").text());
    assertThat(written).hasToString(vector.value("written").text());
  }

  @Test
  void placesCommas() {
    writer.beginObject().key("a").value(1).key("b").beginArray().value("x").nullValue();
    writer.beginArray().endArray().value(true).endArray().key("c").beginObject().endObject();
    writer.endObject();
    assertThat(out).hasToString("{\"a\":1,\"b\":[\"x\",null,[],true],\"c\":{}}");
  }

  @Test
  void separatesNothingBetweenTopLevelValues() {
    writer.beginObject().endObject();
    out.append('\n');
    writer.beginObject().endObject();
    assertThat(out).hasToString("{}\n{}");
  }

  @Test
  void replacesLoneSurrogates() {
    writer.value("a\ud800b\udc00");
    assertThat(out).hasToString("\"a\ufffdb\ufffd\"");
  }

  @Test
  void writesDoublesThatJsonLacksAsStrings() {
    writer.beginArray().value(Double.NaN).value(Double.NEGATIVE_INFINITY).endArray();
    assertThat(out).hasToString("[\"NaN\",\"-Infinity\"]");
  }

  @Property
  void writesDoublesThatReadBackTheSame(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      assertThat(Double.parseDouble(written(value))).isEqualTo(value);
    }
  }

  @Property
  void writesNoMoreDigitsThanJava(@ForAll double value) {
    assertThat(digits(written(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
  }

  @Property
  void writesDecimalsAsPeopleDo(
      @ForAll @LongRange(min = 1, max = 999_999_999_999L) long digits,
      @ForAll @IntRange(min = 0, max = 8) int scale) {
    BigDecimal decimal = BigDecimal.valueOf(digits, scale).stripTrailingZeros();
    String plain = decimal.compareTo(new BigDecimal("0.000001")) < 0 ? "" : decimal.toPlainString();

    if (!plain.isEmpty()) {
      assertThat(written(decimal.doubleValue())).isEqualTo(plain);
      assertThat(written(-decimal.doubleValue())).isEqualTo("-" + plain);
    }
  }

  private static String written(double value) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).value(value);
    return out.toString();
  }

  private static int digits(String number) {
    String mantissa = number.split("[eE]", 2)[0];
    return mantissa.replaceAll("[-.]", "").replaceAll("^0+|0+$", "").length();
  }
}
