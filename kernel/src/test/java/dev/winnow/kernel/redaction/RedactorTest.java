package dev.winnow.kernel.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private final Redactor redactor = new Redactor();

  @Test
  void putsMarkersInThePlaceOfSecrets() {
    assertThat(redactor.redact("user=bob password=hunter2 ok"))
        .isEqualTo("user=bob password=<secret:password> ok");
  }

  @Test
  void returnsTheSameTextWithoutSecrets() {
    String text = "user=bob";

    assertThat(redactor.redact(text)).isSameAs(text);
  }

  @Test
  void keepsTextOfAllScriptsAndLoneSurrogates() {
    assertThat(redactor.redact("\ud800é中🙂\udc00 pwd=é🙂中\ud83d x🙂 pwd=ab \ud83d"))
        .isEqualTo("\ud800é中🙂\udc00 pwd=<secret:password> x🙂 pwd=<secret:password> \ud83d");
  }

  @Test
  void redactsRangeOfBytes() {
    byte[] text = "xx pwd=ab yy".getBytes(StandardCharsets.UTF_8);

    assertThat(redactor.redact(text, 3, 10)).isEqualTo(1);
    assertThat(new String(redactor.bytes(), 0, redactor.length(), StandardCharsets.UTF_8))
        .isEqualTo("pwd=<secret:password> ");
  }

  @Test
  void makesRoomForTextLongerThanItsBuffer() {
    byte[] text = "pwd=ab ".repeat(5000).getBytes(StandardCharsets.UTF_8);

    assertThat(redactor.redact(text, 0, text.length)).isEqualTo(5000);
    assertThat(new String(redactor.bytes(), 0, redactor.length(), StandardCharsets.UTF_8))
        .isEqualTo("pwd=<secret:password> ".repeat(5000));
  }

  @Test
  void knowsTheNamesOfSecrets() {
    assertThat(Redactor.isSecretName("password")).isTrue();
    assertThat(Redactor.isSecretName("http.request.header.authorization")).isTrue();
    assertThat(Redactor.isSecretName("db.clientSecret")).isTrue();
    assertThat(Redactor.isSecretName("nopasswd")).isFalse();
    assertThat(Redactor.isSecretName("user.name")).isFalse();
    assertThat(Redactor.isSecretName("")).isFalse();
  }

  @Test
  void redactsWhatItsNameCallsASecret() {
    assertThat(redactor.redact("password", "a \"b\" {c}")).isEqualTo("<secret:password>");
    assertThat(redactor.redact("authorization", "Basic YWxhZGRpbjpvcGVuc2VzYW1l"))
        .isEqualTo("Basic <secret:basic_credentials>");
  }

  @Test
  void returnsTheSameValueIfItsNameCallsItNoSecret() {
    String value = "\ud800 é \"quoted\"";

    assertThat(redactor.redact("user", value)).isSameAs(value);
    assertThat(redactor.redact("password", "")).isEmpty();
  }

  @Test
  void copiesBytesWithoutSecrets() {
    byte[] text = {(byte) 0xff, 'a', 0};

    assertThat(redactor.redact(text, 0, 3)).isZero();
    assertThat(redactor.bytes()).startsWith((byte) 0xff, 'a', 0);
    assertThat(redactor.length()).isEqualTo(3);
  }
}
