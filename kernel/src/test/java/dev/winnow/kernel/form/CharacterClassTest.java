package dev.winnow.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.Vectors;
import dev.winnow.kernel.record.Attributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharacterClassTest {
  private static final Map<String, Integer> CLASSES =
      Map.ofEntries(
          Map.entry("space", CharacterClass.SPACE),
          Map.entry("line_break", CharacterClass.NEWLINE),
          Map.entry("separator", CharacterClass.SEPARATOR),
          Map.entry("ideograph", CharacterClass.IDEOGRAPH),
          Map.entry("letter", CharacterClass.LETTER),
          Map.entry("upper", CharacterClass.LETTER | CharacterClass.UPPER),
          Map.entry("digit", CharacterClass.DIGIT),
          Map.entry("dot", CharacterClass.DOT),
          Map.entry("dash", CharacterClass.DASH),
          Map.entry("underscore", CharacterClass.UNDERSCORE),
          Map.entry("colon", CharacterClass.COLON),
          Map.entry("slash", CharacterClass.SLASH),
          Map.entry("backslash", CharacterClass.BACKSLASH),
          Map.entry("at", CharacterClass.AT),
          Map.entry("hash", CharacterClass.HASH),
          Map.entry("percent", CharacterClass.PERCENT),
          Map.entry("plus", CharacterClass.PLUS),
          Map.entry("question", CharacterClass.QUESTION),
          Map.entry("mark", CharacterClass.MARK));

  @Test
  void everyCharacterHasTheClassOfTheVectors() {
    List<Attributes> ranges = Vectors.of("characters.json").cases("ranges");
    int last = ranges.size() - 1;
    assertThat(from(ranges.get(0))).isZero();
    for (int i = 0; i <= last; i++) {
      int end = i == last ? Character.MAX_CODE_POINT + 1 : from(ranges.get(i + 1));
      Integer expected = CLASSES.get(ranges.get(i).value("class").text());
      for (int codePoint = from(ranges.get(i)); codePoint < end; codePoint++) {
        assertThat(CharacterClass.of(codePoint)).as("U+%04X", codePoint).isEqualTo(expected);
      }
    }
  }

  private static int from(Attributes range) {
    return Integer.parseInt(range.value("from").text(), 16);
  }
}
