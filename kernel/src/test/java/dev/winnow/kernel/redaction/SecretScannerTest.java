package dev.winnow.kernel.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {
  private final SecretScanner scanner = new SecretScanner();

  @Test
  void findsSpansInOrder() {
    byte[] text = utf8("password=hunter2 card 4111111111111111");

    assertThat(scanner.scan(text, 0, text.length)).isEqualTo(2);
    assertThat(scanner.start(0)).isEqualTo(9);
    assertThat(scanner.end(0)).isEqualTo(16);
    assertThat(scanner.kind(0)).isEqualTo(SecretKind.PASSWORD);
    assertThat(scanner.start(1)).isEqualTo(22);
    assertThat(scanner.end(1)).isEqualTo(38);
    assertThat(scanner.kind(1)).isEqualTo(SecretKind.CREDIT_CARD);
  }

  @Test
  void readsNothingOutsideOfTheRange() {
    byte[] text = utf8("password=hunter2");

    assertThat(scanner.scan(text, 1, text.length)).isZero();
    assertThat(scanner.scan(text, 0, 12)).isEqualTo(1);
    assertThat(scanner.end(0)).isEqualTo(12);
    assertThat(scanner.scan(text, 5, 5)).isZero();
  }

  @Test
  void looksAtNothingInFrontOfTheRange() {
    byte[] telephone = utf8("+4111111111111111");
    byte[] word = utf8("aghp_" + "EXAMPLEexampleEXAMPLEexampleEXAMPLE000");

    assertThat(scanner.scan(telephone, 0, telephone.length)).isZero();
    assertThat(scanner.scan(telephone, 1, telephone.length)).isEqualTo(1);
    assertThat(scanner.scan(word, 0, word.length)).isZero();
    assertThat(scanner.scan(word, 1, word.length)).isEqualTo(1);
  }

  @Test
  void refusesRangeOutsideOfTheArray() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> scanner.scan(new byte[3], 1, 4));
  }

  @Test
  void forgetsTheTextBefore() {
    byte[] text = utf8("password=hunter2");
    scanner.scan(text, 0, text.length);

    assertThat(scanner.scan(utf8("=hunter2"), 0, 8)).isZero();
  }

  @Test
  void findsMoreSecretsThanItHasRoomForAtFirst() {
    byte[] text = utf8("pwd=ab ".repeat(1000));

    assertThat(scanner.scan(text, 0, text.length)).isEqualTo(1000);
    assertThat(scanner.start(999)).isEqualTo(7 * 999 + 4);
    assertThat(scanner.end(999)).isEqualTo(7 * 999 + 6);
  }

  @Test
  void allocatesNothing() {
    byte[] text =
        utf8(
            "user=bob password=hunter2 token=9f86d081884c7d65 card 4111 1111 1111 1111"
                + " Authorization: Basic dXNlcjpwYXNz <secret:jwt> https://u:pw@host/ pwd=***");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    scanner.scan(text, 0, text.length);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      scanner.scan(text, 0, text.length);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJ",
        "eyJ.",
        "://",
        "a://b:",
        "password=",
        "password=\"",
        "password='\"",
        "password=null,",
        "password=*",
        "password=*:",
        "password=,a",
        "password=a<",
        "password: ",
        "password:a=",
        "password=\\\"",
        "password____=",
        "pwd=/x:",
        "pwd=/a=pwd=",
        "pwd:a(",
        "pass:",
        "NOPASSWD:",
        "<password>",
        "<pwd>/",
        "token=",
        "token:",
        "token=a:b",
        "token=/",
        "token=<",
        "<token>x",
        "\"token\":\"",
        "secret=/",
        "auth:",
        "auth=key ",
        "cookie:a:",
        "Authorization: Bearer ",
        "Bearer aaaaaaaaaaaaa",
        "Basic dXNl",
        "Cookie: ",
        "Cookie: a=",
        "Set-Cookie: a=b;",
        "--password ",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "-----",
        "<secret:",
        "<secret:jwt>",
        "1",
        "1 ",
        "1111 ",
        "4111-",
        "123456789:AA",
        "ghp_",
        "sk-",
        "xoxb-",
        "MDAw",
        "=",
        ":",
        "-",
        "_",
        "\\",
        "%",
        "é"
      })
  void workGrowsWithTheLengthOfHostileText(String unit) {
    for (String end : new String[] {"", "<secret:jwt>", "\"", "@h", "-----END PRIVATE KEY-----"}) {
      byte[] text = utf8(unit.repeat((1 << 20) / unit.length()) + end);
      long before = scanner.bytesRead();
      scanner.scan(text, 0, text.length);

      assertThat(scanner.bytesRead() - before).as(end).isLessThan(8L * text.length);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
