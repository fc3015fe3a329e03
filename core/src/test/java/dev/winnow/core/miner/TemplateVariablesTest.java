package dev.winnow.core.miner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.form.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateVariablesTest {
  private static final List<String> NAMES =
      List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi");

  @Test
  void readsTypedValuesWhereTheyStand() {
    Reading reading = new Reading(List.of("GET /a/b1 took 45ms from 10.0.0.7:80"));

    assertThat(reading.values("GET /a/b2 took 3s from 10.0.0.9:80"))
        .containsExactly("<path> /a/b2", "<dur> 3s", "<ip> 10.0.0.9:80");
  }

  @Test
  void readsWordsThatAreVariablesInTheTemplateOnly() {
    Reading reading =
        new Reading(NAMES.stream().map(name -> "profile " + name + " was changed").toList());

    assertThat(reading.values("profile dave was changed")).containsExactly("<*> dave");
    assertThat(reading.values("profile mallory was changed")).containsExactly("<*> mallory");
  }

  @Test
  void readsSeveralWordsAsOneValue() {
    List<String> texts =
        List.of(
            "write of block 7 failed: disk full today",
            "write of block 7 failed: connection reset by peer",
            "write of block 7 failed: no space",
            "write of block 7 failed: quota of user 17 exceeded",
            "write of block 7 failed: it is 5 o'clock <here>");
    Reading reading = new Reading(texts);

    assertThat(reading.values(texts.get(3)))
        .containsExactly("<num> 7", "<*> failed=quota of user 17 exceeded");
    assertThat(reading.values(texts.get(4)))
        .containsExactly("<num> 7", "<*> failed=it is 5 o'clock <here>");
  }

  @Test
  void readsListsAndQuotedTextsOfAnyLength() {
    List<String> texts =
        List.of("roles [a1, b2, c3] of 'Ada L'", "roles [] of 'Bob'", "roles [] of ''");
    Reading reading = new Reading(texts);

    assertThat(reading.values(texts.get(0))).containsExactly("<*> a1, b2, c3", "<*> Ada L");
    assertThat(reading.values(texts.get(1))).containsExactly("<*> ", "<*> Bob");
    assertThat(reading.values(texts.get(2))).containsExactly("<*> ", "<*> ");
  }

  @Test
  void namesValuesByTheKeyBeforeThem() {
    Reading reading =
        new Reading(
            List.of(
                "done in 5ms user=u17 size: 3 --max-age=\"7 8\" (10.0.0.1) http://a.b/c",
                "level=info took=5ms status=200 msg=\"served 3 of 4\"",
                "{\"level\":\"info\",\"took_ms\":5,\"http\":{\"status\":200},\"ok\":true}"));

    assertThat(reading.values("done in 6ms user=u17 size: 3 --max-age=\"7 8\" (10.0.0.1) http://d"))
        .containsExactly(
            "<dur> 6ms",
            "<id> user=u17",
            "<num> size=3",
            "<num> max-age=7",
            "<num> 8",
            "<ip> 10.0.0.1",
            "<url> http://d");
    assertThat(reading.values("level=info took=9ms status=404 msg=\"served 5 of 6\""))
        .containsExactly("<num> 5", "<num> 6", "<num> status=404", "<dur> took=9ms");
    assertThat(
            reading.values(
                "{\"ok\":false,\"took_ms\":6,\"level\":\"info\",\"http\":{\"status\":302}}"))
        .containsExactly("<num> status=302", "<bool> ok=false", "<num> took_ms=6");
  }

  @Test
  void readsValuesOfAMessageWithEscapes() {
    Reading reading =
        new Reading(List.of("{\"a\":1,\"b\":\"u\",\"msg\":\"said \\\"7\\\" to 10.0.0.1\"}"));

    assertThat(reading.values("{\"msg\":\"said \\\"8\\\" to 10.0.0.2\",\"a\":5,\"b\":\"v\"}"))
        .containsExactly("<num> a=5", "<text> b=v", "<num> 8", "<ip> 10.0.0.2");
  }

  @Test
  void neverGivesASecret() {
    Reading reading = new Reading(List.of("login password=hunter2xyz99 from 10.0.0.1"));

    assertThat(reading.values("login password=correcthorse1 from 10.0.0.2"))
        .containsExactly("<secret> password=<secret>", "<ip> 10.0.0.2");
  }

  @Test
  void saysSoIfTheFormIsNotOneOfTheTemplate() {
    Reading reading = new Reading(List.of("took 45ms", "gave up after 3 tries"));
    long other = reading.learned.add("took 46ms");

    assertThat(reading.read("gave up after 4 tries", other)).isFalse();
    assertThat(reading.variables.count()).isZero();
    assertThat(reading.read("took 47ms", 12345)).isFalse();
    assertThat(reading.read("took 47ms", TemplateMiner.UNLEARNED)).isFalse();
    assertThat(reading.read("took 47ms", other)).isTrue();
  }

  @Test
  void givesPlaceholdersForWhatWasNotCaptured() {
    String many = "sum " + "1 x ".repeat(FormScanner.MAX_VARIABLES) + "5 end";
    String large = "word ".repeat(2000) + "7";
    Reading reading = new Reading(List.of(many, large));

    assertThat(reading.values(many)).contains("<num> 1");
    assertThat(reading.filled(many)).isEqualTo(reading.form(many));
    assertThat(reading.filled(large)).isEqualTo(reading.form(large)).endsWith("<...>");
  }

  @Test
  void readsAgainWhenTheTemplateHasChanged() {
    Reading reading = new Reading(List.of("session of user alice ended"));
    assertThat(reading.values("session of user alice ended")).isEmpty();

    reading.learned.add("session of user bob ended");
    reading.learned.add("session of user carol ended");

    assertThat(reading.values("session of user alice ended")).containsExactly("<*> alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accepted publickey for git from 203.0.113.9 port 51234 ssh2: RSA SHA256:AbCd0123",
        "10.1.2.3 - - [21/Nov/2025:10:00:00 +0000] \"GET /a/17/b?c=d HTTP/1.1\" 200 17 \"-\"",
        "pid 17: <error code=\"7\"> at 0x7ffe <<nested>> (core dumped) [a=1, b={c=2}]",
        "level=warn ts=2025-11-21T10:00:00Z msg=\"a \\\"b\\\" c\" dur=3.5s err=\"x: y\"",
        "{\"a\":{\"b\":[1,2],\"c\":null},\"message\":\"用户7失败 in 3 ms\",\"n\":-1e9}",
        "boom\njava.lang.IllegalStateException: no 7\n\tat a.B.c(B.java:17)\n\tat a.B.d(B.java:9)",
        "Received Ada Lovelace, 7 MB, 8 MB and 'x y', \"z\" <ada@example.org>",
      })
  void literalsAndValuesAreTheTextOfEveryKindOfRecord(String text) {
    Reading reading = new Reading(List.of(text));

    assertThat(reading.filled(text)).isEqualTo(reading.form(text));
  }

  @Property(tries = 300)
  void literalsAndValuesAreTheTextOfTheRecord(@ForAll("texts") List<String> texts) {
    Reading reading = new Reading(texts);

    for (String text : texts) {
      assertThat(reading.filled(text)).isEqualTo(reading.form(text));
    }
  }

  @Property(tries = 1000)
  void anyTextIsRead(@ForAll String text) {
    Reading reading = new Reading(List.of(text));

    assertThat(reading.filled(text)).isEqualTo(reading.form(text));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> word =
        Arbitraries.of("<a>", "<<", "\"x 7\"", "a=b.c", "k='v w'", "(7 of 8)", "[1, 2]", "{", "\\")
            .list()
            .ofMaxSize(3)
            .map(words -> String.join(" ", words));
    Arbitrary<List<String>> hostile =
        word.map(middle -> "write of block 7: " + middle + " end").list().ofMaxSize(30);
    return Arbitraries.oneOf(Learned.anyTexts(), hostile);
  }

  /** A miner that has learned some texts, and what it reads in others. */
  private static final class Reading {
    final Learned learned;
    final TemplateVariables variables;

    Reading(List<String> texts) {
      learned = Learned.from(texts);
      learned.miner.templates();
      variables = new TemplateVariables(learned.miner);
    }

    boolean read(String text, long templateId) {
      return variables.read(learned.scanner, learned.scanner.scan(text), templateId);
    }

    /** Each value with its type, and its key if it has one. */
    List<String> values(String text) {
      assertThat(read(text, learned.add(text))).isTrue();
      return IntStream.range(0, variables.count())
          .mapToObj(i -> {
            String key = variables.key(i).isEmpty() ? "" : variables.key(i) + "=";
            return variables.mask(i).placeholder() + " " + key + variables.value(i);
          })
          .toList();
    }

    /** The text of the template with the values in the places of the placeholders. */
    String filled(String text) {
      long id = learned.add(text);
      assertThat(read(text, id)).as(text).isTrue();
      StringBuilder filled = new StringBuilder();
      int next = 0;
      Template template = Objects.requireNonNull(learned.miner.template(id));
      for (String piece : Texts.pieces(template.text())) {
        filled.append(Texts.isPlaceholder(piece) ? variables.value(next++) : literal(piece));
      }
      assertThat(next).isEqualTo(variables.count());
      return filled.toString();
    }

    /** The text of the form with the captured variables in the places of the placeholders. */
    String form(String text) {
      FormScanner scanner = learned.scanner;
      scanner.scan(text);
      List<String> pieces = new ArrayList<>();
      int next = 0;
      String form = scanner.text();
      boolean structured = StructuredShape.isStructured(form);
      for (String piece : Texts.pieces(structured ? form.replace("\\\"", "\"") : form)) {
        pieces.add(Texts.isPlaceholder(piece) ? value(next++, piece) : literal(piece));
      }
      return String.join("", pieces);
    }

    private String value(int index, String placeholder) {
      boolean given =
          index < learned.scanner.variables()
              && learned.scanner.mask(index) != Mask.SECRET
              && learned.scanner.mask(index) != Mask.REST;
      return given ? learned.scanner.value(index) : placeholder;
    }

    private static String literal(String piece) {
      return piece.equals("<<") ? "<" : piece;
    }
  }
}
