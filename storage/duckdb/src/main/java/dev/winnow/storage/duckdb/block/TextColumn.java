package dev.winnow.storage.duckdb.block;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a column in UTF-8, one behind the other: one for each row, or, where texts repeat,
 * each once, with its number in each row.
 */
public final class TextColumn {
  private static final int PLAIN = 0;
  private static final int CONSTANT = 1;
  private static final int DICTIONARY = 2;

  private final byte[] bytes;
  private final int[] ends;
  private final int begin;
  private final int encoding;
  private final int numbers;

  private TextColumn(byte[] bytes, int[] ends, int begin, int encoding, int numbers) {
    this.bytes = bytes;
    this.ends = ends;
    this.begin = begin;
    this.encoding = encoding;
    this.numbers = numbers;
  }

  /** Which of the texts is in a row. */
  public int number(int row) {
    return switch (encoding) {
      case PLAIN -> row;
      case CONSTANT -> 0;
      default -> (short) BinaryWriter.SHORTS.get(bytes, numbers + row * Short.BYTES);
    };
  }

  /** Where a text begins in {@link #bytes}. */
  public int from(int number) {
    return number == 0 ? begin : ends[number - 1];
  }

  /** Where a text ends. */
  public int to(int number) {
    return ends[number];
  }

  public byte[] bytes() {
    return bytes;
  }

  /** How many texts there are. */
  public int size() {
    return ends.length;
  }

  /** Whether each row has a text of its own. */
  public boolean isPlain() {
    return encoding == PLAIN;
  }

  public String at(int row) {
    int number = number(row);
    int from = from(number);
    return new String(bytes, from, to(number) - from, StandardCharsets.UTF_8);
  }

  /** Reads what a builder wrote. */
  static TextColumn read(BinaryReader in) {
    int encoding = in.takeByte();
    int[] ends = new int[in.takeInt()];
    int begin = in.position() + ends.length * Integer.BYTES;
    for (int i = 0; i < ends.length; i++) {
      ends[i] = begin + in.takeInt();
    }
    int end = ends.length == 0 ? begin : ends[ends.length - 1];
    in.skip(end - begin);
    int numbers = in.position();
    if (encoding == DICTIONARY) {
      in.skip(Short.BYTES * in.takeInt());
      numbers += Integer.BYTES;
    }
    return new TextColumn(in.bytes(), ends, begin, encoding, numbers);
  }

  /** Collects the texts of a column. */
  static final class Builder {
    /** Texts told apart at most; what varies more is not worth looking up. */
    private static final int MAX_DISTINCT = 1_024;

    /** After so many rows, at least half of them must have repeated an earlier text. */
    private static final int TRIAL_ROWS = 128;

    private @Nullable Map<String, Integer> known = new HashMap<>();
    private final BinaryWriter numbers;
    private BinaryWriter ends;
    private BinaryWriter texts;
    private int rows;
    private String lastText = "";
    private int lastNumber = -1;

    Builder(int expectedRows) {
      numbers = new BinaryWriter(expectedRows * Short.BYTES);
      ends = new BinaryWriter(64);
      texts = new BinaryWriter(256);
    }

    @SuppressWarnings("ReferenceEquality") // The same object often comes again; equality follows.
    void add(String text) {
      if (known != null
          && known.size() > (rows == TRIAL_ROWS ? TRIAL_ROWS / 2 : MAX_DISTINCT - 1)) {
        becomePlain();
      }
      if (known == null) {
        addText(text);
      } else {
        if (lastNumber < 0 || text != lastText) {
          lastNumber = number(text, known);
          lastText = text;
        }
        numbers.putShort(lastNumber);
      }
      rows++;
    }

    private int number(String text, Map<String, Integer> numbersByText) {
      Integer number = numbersByText.putIfAbsent(text, numbersByText.size());
      if (number == null) {
        addText(text);
        return numbersByText.size() - 1;
      }
      return number;
    }

    private void addText(String text) {
      texts.putUtf8(text);
      ends.putInt(texts.size());
    }

    private void becomePlain() {
      known = null;
      BinaryWriter dictionary = new BinaryWriter(0);
      write(dictionary, DICTIONARY);
      TextColumn read = TextColumn.read(new BinaryReader(dictionary.toByteArray()));
      ends = new BinaryWriter(2 * ends.size());
      texts = new BinaryWriter(2 * texts.size());
      for (int row = 0; row < rows; row++) {
        int number = read.number(row);
        texts.put(read.bytes(), read.from(number), read.to(number) - read.from(number));
        ends.putInt(texts.size());
      }
    }

    void write(BinaryWriter out) {
      write(out, known == null ? PLAIN : known.size() == 1 ? CONSTANT : DICTIONARY);
    }

    private void write(BinaryWriter out, int encoding) {
      out.putByte(encoding);
      out.putInt(ends.size() / Integer.BYTES);
      out.put(ends);
      out.put(texts);
      if (encoding == DICTIONARY) {
        out.putInt(rows);
        out.put(numbers);
      }
    }
  }
}
