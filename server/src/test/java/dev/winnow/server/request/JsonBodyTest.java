package dev.winnow.server.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Predicate;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {
  private static JsonBody body(String json) {
    return JsonBody.parse(json.getBytes(UTF_8));
  }

  private static void assertRefused(ErrorCode code, String message, ThrowingCallable action) {
    assertThat(Assertions.catchThrowableOfType(WinnowException.class, action))
        .hasMessage(message)
        .extracting(WinnowException::code)
        .isEqualTo(code);
  }

  private static void assertInvalid(String json, String message, Consumer<JsonBody> reading) {
    assertRefused(ErrorCode.INVALID_VALUE, message, () -> reading.accept(body(json)));
  }

  @Test
  void givesMembersByNameAndType() {
    JsonBody body =
        body(
            """
            {"name": "a\\u00e9\\n", "count": -12, "at": "2026-11-21T12:00:00+02:00", "no": null,
             "view": {"b": [1, {"}": "]"}]} }
            """);
    assertThat(body.text("name")).isEqualTo("aé\n");
    assertThat(body.integer("count")).isEqualTo(-12);
    assertThat(body("{\"n\":-1.5}").number("n")).isEqualTo(-1.5);
    assertThat(body("{\"n\":3}").number("n")).isEqualTo(3);
    assertThat(body.optionalTime("at")).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(body.object("view")).isEqualTo("{\"b\": [1, {\"}\": \"]\"}]}");
    assertThat(body.optionalText("no")).isNull();
    assertThat(body.optionalInteger("absent")).isNull();
    assertThat(body.objects("absent")).isEmpty();
    body.end();
  }

  @Test
  void namesTheMemberThatIsWrong() {
    assertInvalid("{}", "name is missing", body -> body.text("name"));
    assertInvalid("{\"name\":null}", "name is missing", body -> body.text("name"));
    assertInvalid("{\"name\":1}", "name must be a text", body -> body.text("name"));
    assertInvalid("{\"n\":\"1\"}", "n must be a whole number", body -> body.integer("n"));
    assertInvalid("{\"n\":1.5}", "n must be a whole number", body -> body.integer("n"));
    assertInvalid("{\"n\":1e400}", "n must be a whole number", body -> body.integer("n"));
    assertInvalid("{\"n\":\"1\"}", "n must be a number", body -> body.number("n"));
    assertInvalid("{}", "n is missing", body -> body.number("n"));
    assertInvalid("{\"n\":[]}", "n must be an object", body -> body.object("n"));
    assertInvalid("{}", "n is missing", body -> body.object("n"));
    assertInvalid("{\"n\":{}}", "n must be an array of objects", body -> body.objects("n"));
    assertInvalid("{\"n\":[{},2]}", "n[1] must be an object", body -> body.objects("n"));
    assertInvalid("{\"n\":1}", "n is unknown here", JsonBody::end);
    assertInvalid(
        "{\"n\":\"noon\"}",
        "n must be a time such as 2026-11-21T10:00:00Z",
        body -> body.optionalTime("n"));
    assertInvalid(
        "{\"n\":3}", "n must be a text or an object", body -> body.optionalPredicate("n"));
  }

  @Test
  void namesMembersOfNestedObjectsByTheirPlace() {
    List<JsonBody> rules = body("{\"rules\":[{\"a\":\"x\"},{\"b\":1}]}").objects("rules");
    assertThat(rules.getFirst().text("a")).isEqualTo("x");
    assertRefused(
        ErrorCode.INVALID_VALUE, "rules[1].b must be a text", () -> rules.getLast().text("b"));
    assertInvalid(
        "{\"rules\":[{\"a\":1,\"a\":2}]}",
        "rules[0].a is there twice",
        body -> body.objects("rules"));
  }

  @Test
  void readsConditionsInBothForms() {
    Predicate condition = Predicate.parse("{\"op\":\"exists\",\"field\":\"trace_id\"}");
    assertThat(body("{\"where\":" + condition.toJson() + "}").optionalPredicate("where"))
        .isEqualTo(condition);
    assertThat(body("{\"where\":\"exists trace_id\"}").optionalPredicate("where"))
        .isEqualTo(condition);
    assertThat(body("{\"where\":null}").optionalPredicate("where")).isNull();
  }

  @Test
  void tellsWhereAConditionIsWrong() {
    JsonBody text = body("{\"where\":\"level >\"}");
    assertThat(
            Assertions.catchThrowableOfType(
                WinnowException.class, () -> text.optionalPredicate("where")))
        .hasMessageStartingWith("where: predicate at character 8: ")
        .extracting(WinnowException::code)
        .isEqualTo(ErrorCode.INVALID_PREDICATE);
    JsonBody tree = body("{\"where\":{\"op\":\"guess\"}}");
    assertThat(
            Assertions.catchThrowableOfType(
                WinnowException.class, () -> tree.optionalPredicate("where")))
        .hasMessageStartingWith("where: predicate at /op: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":}", "{} {}", "{\"a\":1,}", "nul", "\"\\x\""})
  void refusesWhatIsNotJson(String json) {
    assertThat(Assertions.catchThrowableOfType(WinnowException.class, () -> body(json)))
        .hasMessageStartingWith("the body is not JSON: it ")
        .extracting(WinnowException::code)
        .isEqualTo(ErrorCode.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"{}\"", "null", "true"})
  void refusesWhatIsNoObject(String json) {
    assertRefused(ErrorCode.INVALID_VALUE, "the body must be a JSON object", () -> body(json));
  }

  @Test
  void refusesAMemberThatIsThereTwice() {
    assertRefused(
        ErrorCode.INVALID_VALUE, "a is there twice", () -> body("{\"a\":1,\"\\u0061\":1}"));
  }

  @Test
  void showsOnlyTheBeginningOfALongName() {
    assertInvalid(
        "{\"" + "x".repeat(5000) + "\":1}", "x".repeat(100) + "... is unknown here", JsonBody::end);
  }

  @Property(tries = 300)
  void refusesOrReadsAnyBytes(@ForAll byte[] bytes) {
    try {
      JsonBody.parse(bytes).end();
    } catch (WinnowException refusal) {
      assertThat(refusal.code()).isIn(ErrorCode.MALFORMED_REQUEST, ErrorCode.INVALID_VALUE);
    }
  }
}
