package dev.winnow.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.Attributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The conformance vectors of one file. */
public final class Vectors {
  private final Attributes file;

  private Vectors(Attributes file) {
    this.file = file;
  }

  /** Reads a file such as {@code json.json}. */
  public static Vectors of(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/dev/winnow/conformance/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      JsonScanner scanner = new JsonScanner().reset(bytes, 0, bytes.length);
      AnyValue file = AnyValueJson.read(scanner);
      assertThat(scanner.next())
          .as("%s at byte %d", name, scanner.faultOffset())
          .isEqualTo(JsonEvent.END);
      return new Vectors(entries(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A section, whatever it is. */
  public AnyValue section(String section) {
    return file.value(section);
  }

  /** A member of a section that is an object. */
  public Attributes entry(String section, String key) {
    return entries(entries(file.value(section)).value(key));
  }

  /** The cases of a section, in order. */
  public List<Attributes> cases(String section) {
    return elements(file.value(section)).stream().map(Vectors::entries).toList();
  }

  /** One test for each case of a section, which must not be empty, named after {@code nameKey}. */
  public Stream<DynamicTest> tests(String section, String nameKey, Consumer<Attributes> test) {
    List<Attributes> cases = cases(section);
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(c ->
            DynamicTest.dynamicTest(
                section + ": " + c.value(nameKey).text(), () -> test.accept(c)));
  }

  /** The members of an object. */
  public static Attributes entries(AnyValue object) {
    return ((AnyValue.KvListValue) object).entries();
  }

  /** The elements of an array. */
  public static List<AnyValue> elements(AnyValue array) {
    return ((AnyValue.ArrayValue) array).values();
  }

  /** An integer. */
  public static long number(AnyValue number) {
    return ((AnyValue.IntValue) number).value();
  }
}
