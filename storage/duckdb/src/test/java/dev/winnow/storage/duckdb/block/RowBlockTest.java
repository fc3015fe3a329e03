package dev.winnow.storage.duckdb.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.duckdb.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowBlockTest {
  @Property(tries = 200)
  void givesBackNumbers(
      @ForAll @Size(max = 50) List<Long> longs, @ForAll @IntRange(max = 1) int isConstant) {
    List<Long> values = isConstant == 1 ? longs.stream().map(each -> 7L).toList() : longs;
    RowBlock.Builder rows =
        new RowBlock.Builder(List.of(ColumnType.LONG, ColumnType.INT, ColumnType.BOOLEAN), 1);
    values.forEach(each -> rows.add(each).add(each.hashCode()).add(each % 2 == 0).endRow());
    RowBlock block = rows.build();
    for (int row = 0; row < values.size(); row++) {
      long value = values.get(row);
      assertThat(block.numbers(0).at(row)).isEqualTo(value);
      assertThat(block.numbers(1).at(row)).isEqualTo(Long.hashCode(value));
      assertThat(block.numbers(2).at(row)).isEqualTo(value % 2 == 0 ? 1 : 0);
    }
  }

  @Property(tries = 200)
  void givesBackTexts(
      @ForAll @Size(max = 30) List<String> some, @ForAll @IntRange(min = 1, max = 40) int times) {
    List<String> texts = new ArrayList<>();
    IntStream.range(0, times).forEach(i -> texts.addAll(some));
    RowBlock block = textBlock(texts);
    assertThat(IntStream.range(0, texts.size()).mapToObj(block.texts(0)::at)).isEqualTo(texts);
  }

  @Test
  void keepsRepeatedTextsOnce() {
    List<String> texts = IntStream.range(0, 1_000).mapToObj(i -> "text " + i % 5).toList();
    RowBlock block = textBlock(texts);
    assertThat(block.texts(0).size()).isEqualTo(5);
    assertThat(IntStream.range(0, 1_000).mapToObj(block.texts(0)::at)).isEqualTo(texts);
  }

  @Test
  void givesUpOnTextsThatDoNotRepeat() {
    List<String> texts = IntStream.range(0, 5_000).mapToObj(i -> "text " + i % 4_000).toList();
    RowBlock block = textBlock(texts);
    assertThat(block.texts(0).isPlain()).isTrue();
    assertThat(IntStream.range(0, 5_000).mapToObj(block.texts(0)::at)).isEqualTo(texts);
  }

  @Test
  void givesUpOnTextsThatRepeatTooLittleOnlyLater() {
    List<String> texts =
        IntStream.range(0, 5_000).mapToObj(i -> "text " + (i < 500 ? i % 3 : i)).toList();
    RowBlock block = textBlock(texts);
    assertThat(block.texts(0).isPlain()).isTrue();
    assertThat(IntStream.range(0, 5_000).mapToObj(block.texts(0)::at)).isEqualTo(texts);
  }

  @Test
  void tellsTheBytesOfTheTextsOfARow() {
    RowBlock.Builder rows =
        new RowBlock.Builder(List.of(ColumnType.TEXT, ColumnType.LONG, ColumnType.TEXT), 2);
    rows.add("four").add(1L).add("same").endRow();
    rows.add("één").add(2L).add("same").endRow();
    RowBlock block = rows.build();
    assertThat(block.textBytes(0)).isEqualTo(8);
    assertThat(block.textBytes(1)).isEqualTo(9);
  }

  private static RowBlock textBlock(List<String> texts) {
    RowBlock.Builder rows = new RowBlock.Builder(List.of(ColumnType.TEXT), texts.size());
    texts.forEach(text -> rows.add(text).endRow());
    return rows.build();
  }
}
