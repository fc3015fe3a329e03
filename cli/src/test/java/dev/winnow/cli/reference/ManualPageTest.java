package dev.winnow.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ManualPageTest {
  @Test
  void isMadeOfEverythingThatIsNotHidden() throws IOException {
    SequencedMap<String, String> environment = new LinkedHashMap<>();
    environment.put("TOOL_PATH", "Where it is.");
    String page = new ManualPage(Tool.visible(), environment).text();
    try (InputStream golden = ManualPageTest.class.getResourceAsStream("tool.1")) {
      assertThat(page)
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void showsTextAsItIs() {
    assertThat(new Roff().text(".so /etc/passwd").text("'br").text("a\\fB-b\"").toString())
        .isEqualTo("\\&.so /etc/passwd\n\\(aqbr\na\\(rsfB\\-b\\(dq\n");
    assertThat(new Roff().macro("B", "a \"b\"").literal(Stream.of(".x", "", "é😀")).toString())
        .isEqualTo(".B \"a \\(dqb\\(dq\"\n.nf\n\\&.x\n\n\\[u00E9]\\[u1F600]\n.fi\n");
  }

  @Test
  void namesEveryVariableOfWinnowThatIsRead() throws IOException {
    TreeSet<String> read = new TreeSet<>();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path source : Stream.concat(sources.stream(), Stream.of(Path.of("../winnow"))).toList()) {
      read.addAll(
          Pattern.compile("\\bWINNOW_[A-Z_]+")
              .matcher(Files.readString(source))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toSet()));
    }
    assertThat(EnvironmentVariables.meanings().sequencedKeySet()).containsAll(read);
    assertThat(read).contains("WINNOW_JAVA", "WINNOW_DEBUG");
  }
}
