package dev.winnow.core.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Contains;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Exists;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Not;
import dev.winnow.kernel.predicate.NumberRange;
import dev.winnow.kernel.predicate.OneOf;
import dev.winnow.kernel.predicate.Or;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.predicate.StartsWith;
import dev.winnow.kernel.predicate.TimeRange;
import dev.winnow.kernel.record.AnyValue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateTextTest {
  @Test
  void pointsAtWhatIsWrong() {
    String text = "level >= warn and sevrice = checkout";
    InvalidPredicateTextException refusal = refusal(text);
    assertThat(refusal)
        .hasMessage(
            "predicate at character 19: no field is named sevrice; did you mean service?"
                + " An attribute of that name is attributes.sevrice");
    assertThat(refusal.excerpt())
        .isEqualTo(
            """
            level >= warn and sevrice = checkout
                              ^\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "level >= warn and sevrice = a | sevrice",
        "level => warn | =>",
        "message like timeout | like",
        "user = ad*c | *",
        "user = \"a b | \"a b",
        "a = \"b c\" \"d \\\" e\" or f | \"d \\\" e\"",
        "a = \"\\q\" | \\",
        "timestamp >= \"12 h\" and b | \"12 h\"",
        "(a or b) c | c",
        "level = \u201cwarn\u201d | \u201c"
      })
  void tellsHowMuchIsWrong(String text, String wrong) {
    InvalidPredicateTextException refusal = refusal(text);

    assertThat(text.substring(refusal.offset(), refusal.offset() + refusal.length()))
        .isEqualTo(wrong);
  }

  @Test
  void tellsThatSomethingIsMissing() {
    assertThat(refusal("a = ").offset()).isEqualTo(4);
    assertThat(refusal("a = ").length()).isZero();
  }

  @Test
  void showsNoMoreThanALineOfTheText() {
    String excerpt = refusal("x and ".repeat(20) + "\t= " + "y".repeat(90)).excerpt();
    assertThat(excerpt)
        .isEqualTo(
            "..."
                + "x and ".repeat(10).substring(1)
                + " = "
                + "y".repeat(28)
                + "...\n"
                + " ".repeat(63)
                + "^");
  }

  @Test
  void saysWhatToWriteInstead() {
    assertThat(problem("connection refused"))
        .isEqualTo(
            "expected and, or or an operator; a text of several words needs quotes, found refused");
    assertThat(problem("level => warn")).isEqualTo("=> is no operator; did you mean >=?");
    assertThat(problem("message like timeout"))
        .isEqualTo("like is no operator; did you mean contains?");
    assertThat(problem("user = ad*"))
        .isEqualTo(
            "there are no wildcards; use contains or starts with, or quotes for the character *");
    assertThat(problem("user = 'ada'")).isEqualTo("quotes are \"");
    assertThat(problem("level:error"))
        .isEqualTo(
            "a text with : or a leading - needs quotes when it stands alone; or did you mean"
                + " level = error?");
    assertThat(problem("level >= loud"))
        .isEqualTo(
            "loud is no level; use trace, debug, info, warn, error or fatal, or severity_number"
                + " for numbers");
    assertThat(problem("timestamp >= 2026-11-21"))
        .isEqualTo(
            "2026-11-21 is not a time from 1970 to 2554 with its zone, such as"
                + " 2026-01-31T09:30:00Z");
    assertThat(problem("trace_id > 5"))
        .isEqualTo("trace_id is a text, so it takes =, !=, in, contains, starts with, not >");
    assertThat(problem("attributes.took > \"5\""))
        .isEqualTo("5 is not a number; numbers stand without quotes");
    assertThat(problem("user = null")).isEqualTo("null is no value; use exists user, or \"null\"");
    assertThat(problem("(a or b")).isEqualTo("expected ), found the end");
    assertThat(problem("a = and"))
        .isEqualTo("expected a value, found and; a text that is a keyword needs quotes");
  }

  @Test
  void namesWhatWasPastedByItsCodePoint() {
    assertThat(problem("level\u00a0= warn"))
        .isEqualTo("a text with the character U+00A0 needs quotes, as in \"a b\"");
  }

  @Test
  void findsNamesThatAreNearToAFieldOnly() {
    assertThat(FieldNames.suggestion("Level")).isEqualTo("level");
    assertThat(FieldNames.suggestion("mesage")).isEqualTo("message");
    assertThat(FieldNames.suggestion("serivce")).isEqualTo("service");
    assertThat(FieldNames.suggestion("traceId")).isEqualTo("trace_id");
    assertThat(FieldNames.suggestion("attribute.User")).isEqualTo("attributes.User");
    assertThat(FieldNames.suggestion("resource")).isEqualTo("resource.<key>");
    assertThat(FieldNames.suggestion("scope.nam")).isEqualTo("scope.name");
    assertThat(FieldNames.suggestion("scope.url")).isEqualTo("scope.name");
    assertThat(FieldNames.suggestion("user")).isNull();
    assertThat(FieldNames.suggestion("bodies")).isNull();
    assertThat(FieldNames.suggestion("http.response.status_code")).isNull();
  }

  @Property
  void readsBackWhatItWrites(@ForAll("predicates") Predicate predicate) {
    String text = PredicateText.write(predicate);
    assertThat(PredicateText.parse(text)).as(text).isEqualTo(predicate);
  }

  @Property
  void writesWhatItReadsInOneSpelling(@ForAll("nearlyPredicates") String text) {
    try {
      String written = PredicateText.write(PredicateText.parse(text));
      assertThat(PredicateText.write(PredicateText.parse(written))).isEqualTo(written);
    } catch (InvalidPredicateTextException refusal) {
      assertThat(refusal.offset()).isBetween(0, text.length());
      assertThat(refusal.problem()).isNotEmpty();
    }
  }

  @Property
  void refusesAnyOtherTextWithItsPlace(@ForAll String text) {
    try {
      assertThat(PredicateText.parse(text)).isNotNull();
    } catch (InvalidPredicateTextException refusal) {
      assertThat(refusal.offset()).isBetween(0, text.length());
      assertThat(refusal.length()).isBetween(0, text.length() - refusal.offset());
      assertThat(refusal.excerpt().lines()).hasSize(2);
    }
  }

  @Test
  void readsTheLargestTreesThatAreWritten() {
    Predicate predicate = new NumberRange(Field.of("attributes.a"), bound(1), null);
    for (int i = 1; i < Predicate.MAX_DEPTH; i++) {
      predicate = new Not(predicate);
    }
    assertThat(PredicateText.parse(PredicateText.write(predicate))).isEqualTo(predicate);
  }

  private static InvalidPredicateTextException refusal(String text) {
    InvalidPredicateTextException refusal =
        catchThrowableOfType(InvalidPredicateTextException.class, () -> PredicateText.parse(text));
    assertThat(refusal).as(text).isNotNull();
    return refusal;
  }

  private static String problem(String text) {
    return refusal(text).problem();
  }

  @Provide
  static Arbitrary<String> nearlyPredicates() {
    return Arbitraries.of(
            "level",
            "service",
            "timestamp",
            "trace_id",
            "user",
            "body.a",
            "severity_number",
            "5",
            "warn",
            "2026-11-21T10:00:00Z",
            "\"a b\"",
            "true",
            "=",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "in",
            "not",
            "and",
            "or",
            "exists",
            "contains",
            "starts",
            "with",
            "(",
            ")",
            ",",
            "all",
            "any")
        .list()
        .ofMaxSize(9)
        .map(words -> String.join(" ", words));
  }

  @Provide
  static Arbitrary<Predicate> predicates() {
    return trees(3);
  }

  private static Arbitrary<Predicate> trees(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Predicate> inner = trees(depth - 1);
    Arbitrary<List<Predicate>> parts = inner.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        leaves(), parts.map(And::new), parts.map(Or::new), inner.map(Not::new));
  }

  private static Arbitrary<Predicate> leaves() {
    Arbitrary<AnyValue> scalars =
        Arbitraries.oneOf(
            texts().map(AnyValue::of), numbers(), Arbitraries.of(true, false).map(AnyValue::of));
    Arbitrary<AnyValue> strings = texts().map(AnyValue::of);
    return Arbitraries.oneOf(
        Arbitraries.oneOf(values(), texts("trace_id", "scope.name"), times()).map(Exists::new),
        Combinators.combine(values(), scalars).as(Equals::new),
        Combinators.combine(texts("template_id", "event_name"), strings).as(Equals::new),
        Combinators.combine(values(), scalars.list().ofMinSize(1).ofMaxSize(4)).as(OneOf::new),
        Combinators.combine(values(), texts()).as(Contains::new),
        Combinators.combine(values(), texts()).as(StartsWith::new),
        ranges(values(), numbers()),
        ranges(texts("severity_number"), Arbitraries.longs().between(-1, 26).map(AnyValue::of)),
        Combinators.combine(times(), Arbitraries.longs(), Arbitraries.longs())
            .filter((field, from, to) -> from != 0 || to != 0)
            .as(TimeRange::new));
  }

  private static Arbitrary<Predicate> ranges(Arbitrary<Field> fields, Arbitrary<AnyValue> numbers) {
    Arbitrary<NumberRange.Bound> bounds =
        Combinators.combine(numbers, Arbitraries.of(true, false)).as(NumberRange.Bound::new);
    return Combinators.combine(fields, bounds.injectNull(0.3), bounds.injectNull(0.3))
        .filter((field, lower, upper) -> lower != null || upper != null)
        .as(NumberRange::new);
  }

  private static Arbitrary<AnyValue> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(AnyValue::of), Arbitraries.doubles().map(AnyValue::of));
  }

  private static Arbitrary<Field> values() {
    return Arbitraries.oneOf(
        texts("body", "attributes.a", "resource.service.name", "body.k"),
        texts().filter(key -> key.length() < 60).map(key -> Field.of("attributes." + key)));
  }

  private static Arbitrary<Field> times() {
    return texts("timestamp", "observed_timestamp");
  }

  private static Arbitrary<Field> texts(String... names) {
    return Arbitraries.of(names).map(Field::of);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("and", "Not", "null", "true", "500", "-1e3", "level", "a b", "\"", "\\n"),
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(text -> text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000)));
  }

  private static NumberRange.Bound bound(long number) {
    return new NumberRange.Bound(AnyValue.of(number), true);
  }
}
