package dev.winnow.generator.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.record.SeverityNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShopTest {
  private static final Shop SHOP = Shop.read();

  @Test
  void hasADozenServicesInSevenLanguages() {
    assertThat(SHOP.names())
        .containsExactly(
            "api",
            "auth",
            "orders",
            "cart",
            "catalog",
            "search",
            "payments",
            "inventory",
            "shipping",
            "queue",
            "cache",
            "db");
    assertThat(SHOP.services().stream().map(Service::language))
        .contains("go", "node", "java", "python", "dotnet", "ruby", "c");
  }

  @Test
  void hasAFewHundredStatements() {
    assertThat(SHOP.statements()).hasSize(298);
  }

  @Test
  void tellsStatementsApartByFunctionAndLine() {
    Set<String> places = new HashSet<>();
    SHOP.statements().forEach(each -> places.add(each.function() + ":" + each.line()));
    assertThat(places).hasSameSizeAs(SHOP.statements());
  }

  @Test
  void everyServiceHasBothWaysToMutterAndAllIncidents() {
    for (Service service : SHOP.services()) {
      assertThat(service.background()).as(service.name()).anyMatch(Statement::isTrouble);
      assertThat(service.background()).as(service.name()).anyMatch(each -> !each.isTrouble());
      assertThat(service.startup()).as(service.name()).isNotEmpty();
      assertThat(service.scripted().keySet())
          .as(service.name())
          .containsExactlyInAnyOrder("error", "cascade", "latency", "storm");
      assertThat(service.scripted())
          .as(service.name())
          .hasEntrySatisfying("error", error -> assertThat(error.isFailure()).isTrue())
          .hasEntrySatisfying("storm", storm -> assertThat(storm.isTrouble()).isFalse());
    }
  }

  @Test
  void spellsSeveritiesAsTheServiceDoes() {
    assertThat(spelling("api", SeverityNumber.WARN)).containsOnly("warn");
    assertThat(spelling("catalog", SeverityNumber.WARN)).containsOnly("WARNING");
    assertThat(spelling("inventory", SeverityNumber.INFO)).containsOnly("Information");
  }

  private static List<String> spelling(String service, SeverityNumber severity) {
    return SHOP.service(service).orElseThrow().background().stream()
        .filter(each -> each.severity() == severity)
        .map(Statement::severityText)
        .toList();
  }

  @Test
  void readsPlaceholders() {
    Map<String, List<String>> lists = Map.of("city", List.of("Brno"));
    TextPattern pattern = TextPattern.parse("a <n4> b <x|y> <city>", lists);
    assertThat(pattern.literals()).containsExactly("a ", " b ", " ", "");
    assertThat(pattern.placeholders())
        .containsExactly(
            new Placeholder(Placeholder.Kind.DECIMAL, 4, List.of()),
            new Placeholder(Placeholder.Kind.WORD, 0, List.of("x", "y")),
            new Placeholder(Placeholder.Kind.WORD, 0, List.of("Brno")));
    assertThat(pattern.template()).isEqualTo("a <*> b <*> <*>");
  }

  @Test
  void refusesUnknownPlaceholders() {
    assertThatThrownBy(() -> TextPattern.parse("<wrong>", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
