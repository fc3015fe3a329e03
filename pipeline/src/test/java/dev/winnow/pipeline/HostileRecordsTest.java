package dev.winnow.pipeline;

import static dev.winnow.pipeline.LedgerAssert.assertBalanced;
import static dev.winnow.pipeline.LedgerAssert.assertCounted;
import static dev.winnow.pipeline.Scene.TENANT;
import static dev.winnow.pipeline.Scene.submission;
import static dev.winnow.pipeline.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a sender writes is stored as it is, and nothing is thrown. */
class HostileRecordsTest {
  private static final int LONG = 1 << 20;

  static Stream<String> bodies() {
    return Stream.of(
        "",
        " ",
        "\n",
        "\u0000",
        "\u001b[",
        "\ud800\udc00\udc00",
        "x".repeat(LONG),
        "{".repeat(LONG),
        "{\"a\":".repeat(LONG / 5),
        "[".repeat(LONG),
        "{\"level\":\"" + "e".repeat(LONG) + "\"}",
        "{" + "\"a\":1,".repeat(LONG / 6) + "\"a\":2}",
        "a=1 ".repeat(LONG / 4),
        "<".repeat(LONG),
        "\n".repeat(LONG),
        "\tat a.b(C.java:1)\n".repeat(LONG / 20),
        "\u001b[31m".repeat(LONG / 5),
        "{\"log\":\"" + "\\n".repeat(LONG / 2) + "\",\"stream\":\"stdout\",\"time\":\"x\"}",
        "2026-11-21T10:00:00Z ".repeat(LONG / 21));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void storesAnyBodyAsItIs(String body) {
    Scene scene = new Scene();

    scene.accept(text(body));

    assertThat(scene.single().kept().record().body()).isEqualTo(AnyValue.of(body));
    assertBalanced(scene.pipeline, scene.store);
    assertCounted(TENANT, scene.store);
  }

  @Property(tries = 300)
  void storesAnyTexts(@ForAll @Size(max = 6) List<String> bodies) {
    Scene scene = new Scene();

    scene.pipeline.accept(submission(bodies.stream().map(Scene::text).toList()));

    assertBalanced(scene.pipeline, scene.store);
    assertCounted(TENANT, scene.store);
  }

  @Test
  void storesValuesAsDeepAsTheyMayBe() {
    AnyValue value = AnyValue.of("level=error password=hunter2");
    for (int i = 0; i < AnyValue.MAX_DEPTH; i++) {
      value = i % 2 == 0 ? AnyValue.of(List.of(value)) : AnyValue.of(Attributes.of("level", value));
    }
    Scene scene = new Scene();

    scene.accept(LogRecord.builder().body(value).build());

    assertThat(scene.single().kept().record().body().depth()).isEqualTo(AnyValue.MAX_DEPTH);
    assertThat(scene.single().kept().record().body().text()).doesNotContain("hunter2");
  }

  @Test
  void takesNoMoreNamedValuesThanItMay() {
    StringBuilder body = new StringBuilder("{\"level\":\"warn\"");
    for (int i = 0; i < 1000; i++) {
      body.append(",\"k").append(i).append("\":1");
    }
    Scene scene = new Scene();

    scene.accept(text(body.append('}').toString()));

    assertThat(scene.single().kept().record().attributes()).isEqualTo(Attributes.EMPTY);
    assertThat(scene.single().kept().record().severityText()).isEqualTo("warn");
  }

  @Test
  void makesTheSameOfTheSame() {
    List<Submission> submissions = new ArrayList<>();
    Random random = new Random(17);
    List<String> bodies = bodies().filter(body -> body.length() < 100).toList();
    for (int i = 0; i < 50; i++) {
      List<LogRecord> records = new ArrayList<>();
      for (int j = 0; j < 5; j++) {
        String user = "user u" + random.nextInt(20) + " left";
        records.add(text(random.nextBoolean() ? user : bodies.get(random.nextInt(bodies.size()))));
      }
      submissions.add(submission("key" + i, records));
    }

    assertThat(batches(submissions)).isEqualTo(batches(submissions));
  }

  private static List<Batch> batches(List<Submission> submissions) {
    Scene scene = new Scene();
    submissions.forEach(scene.pipeline::accept);
    return scene.store.batches();
  }

  @Test
  void isNotMisledByTheRequestBefore() {
    Scene scene = new Scene();
    scene.accept(text("time,level,message"), text("a,b,c"));
    LogRecord plain = text("a,ERROR,c");
    scene.accept(plain);
    Scene fresh = new Scene();
    fresh.accept(plain);

    assertThat(scene.store.batches().get(1).records().get(0).record())
        .isEqualTo(fresh.single().kept().record());
  }

  @Test
  void leavesNoPlantedSecretInWhatIsStored() {
    List<String> secrets =
        List.of(
            "AKIA" + "Q7ZT4M2XKW6PLR5N",
            "ghp" + "_wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx",
            "hunter2secret");
    Attributes.Builder attributes = Attributes.builder();
    List<LogRecord> records = new ArrayList<>();
    for (String secret : secrets) {
      attributes.put("of " + secret.length(), "token=" + secret);
      attributes.put("password", secret);
      records.add(text("password=" + secret));
      records.add(text("{\"level\":\"info\",\"password\":\"" + secret + "\"}"));
      records.add(text("level=info password=\"" + secret + "\" ok=true"));
      records.add(
          LogRecord.builder()
              .body(AnyValue.of(Attributes.of("password", AnyValue.of(secret))))
              .build());
      records.add(
          LogRecord.builder()
              .body(
                  new AnyValue.BytesValue(("password=" + secret).getBytes(StandardCharsets.UTF_8)))
              .attributes(attributes.build())
              .build());
    }
    Scene scene = new Scene();

    scene.pipeline.accept(submission(records));

    String stored = scene.store.batches().toString();
    secrets.subList(0, 2).forEach(secret -> assertThat(stored).doesNotContain(secret));
    assertThat(stored).doesNotContain("\"password\":\"hunter2secret").contains("<secret:");
  }
}
