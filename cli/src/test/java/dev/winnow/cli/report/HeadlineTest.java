package dev.winnow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class HeadlineTest {
  @Test
  void putsTheMessageFirst() {
    assertThat(Headline.of("{\"level\":30,\"msg\":\"say \\\"hi\\\" <num>\",\"pid\":<num>}"))
        .isEqualTo("say \"hi\" <num>  {\"level\":30,\"pid\":<num>}");
    assertThat(Headline.of("{\"level\":30,\"message\":\"last\"}"))
        .isEqualTo("last  {\"level\":30}");
    assertThat(Headline.of("level=info msg=\"order placed\" id=<num>"))
        .isEqualTo("order placed  level=info id=<num>");
  }

  @Test
  void leavesWhatHasNoMessage() {
    assertThat(Headline.of("{\"a\":\"b\"}")).isEqualTo("{\"a\":\"b\"}");
    assertThat(Headline.of("{\"msg\":\"\"}")).isEqualTo("{\"msg\":\"\"}");
    assertThat(Headline.of("got xmsg=\"no\"")).isEqualTo("got xmsg=\"no\"");
    assertThat(Headline.of("plain")).isEqualTo("plain");
  }

  @Test
  void readsToTheEndWhereAMessageIsCutOff() {
    assertThat(Headline.of("{\"level\":30,\"msg\":\"half a\\"))
        .isEqualTo("half a\\  {\"level\":30,");
  }

  @Property
  void neverFails(@ForAll String text) {
    assertThat(Headline.of("{\"msg\":\"" + text)).isNotNull();
  }
}
