package dev.winnow.kernel.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class RedactionPropertiesTest {
  private static final String[] SECRETS = {
    "eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiRXhhbXBsZSJ9.RkFLRS1TSUdOQVRVUkU",
    "eyJhbGciOiJub25lIn0.eyJuYW1lIjoiRXhhbXBsZSJ9.",
    "AKIA" + "IOSFODNN7EXAMPLE",
    "ghp_" + "EXAMPLEexampleEXAMPLEexampleEXAMPLE000",
    "glpat-" + "EXAMPLEexample000000",
    "glpat-" + "EXAMPLEexample000000-token ",
    "xoxb-" + "0000000000-EXAMPLE",
    "sk_" + "live_EXAMPLEexample0000",
    "SK" + "0123456789abcdef0123456789abcdef",
    "ya29." + "EXAMPLE-example_EXAMPLE.example0",
    "AA" + "EXAMPLEexampleEXAMPLEexampleEXAMP",
    "MTIzNDU2Nzg5MDEyMzQ1Njc4." + "EXAMPL.EXAMPLEexampleEXAMPLEexampleEXA",
    "dXNlcjpwYXNzd29yZA==",
    "9f86d081884c7d659a2feaa0c55ad015",
    "550e8400-e29b-41d4-a716-446655440000",
    "-----BEGIN " + "PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "RkFLRSBLRVkgRkFLRSBLRVkgRkFLRSBLRVk=",
    "4111111111111111",
    "4111 1111 1111 1111",
    " 4242 4242 4242 4242",
    "4111-1111-1111-1111",
    "3782 822463 10005",
    "4222222222222",
    "hunter2",
    "//hunter2",
    "S3cr3t!x9",
    "Tr0ub4dor&3"
  };

  private static final String[] NAMES = {
    "password",
    "Password",
    "passwd",
    "pwd",
    "pass",
    "compass",
    "nopasswd",
    "secret",
    "token",
    "api_key",
    "aws_secret_access_key",
    "AccountKey",
    "client_secret",
    "private_key",
    "auth",
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "Set-Cookie",
    "sig",
    "JSESSIONID",
    "session_id",
    "credentials",
    "--password",
    "--token",
    "<password",
    "<token",
    "\"password\"",
    "\\\"token\\\"",
    "user[password]",
    "password1",
    "\\npassword",
    "%26pwd",
    "https",
    "redis"
  };

  private static final String[] SEPARATORS = {
    "=",
    ": ",
    ":",
    "=\"",
    ": \"",
    "=\\\"",
    "=>'",
    " = ",
    " ",
    ">",
    "://",
    "://u:",
    "=Bearer ",
    ": Basic ",
    ": Digest ",
    ": a=",
    "=[",
    "=b'",
    "::",
    "==",
    ":="
  };

  private static final String[] GLUE = {
    "\"",
    "'",
    "\\\"",
    "\\",
    "\\n",
    "\n",
    "\t",
    " ",
    ",",
    ";",
    "&",
    ")",
    "]",
    "}",
    "(",
    "[",
    "{",
    "|",
    "<",
    ">",
    "</",
    "/",
    "//",
    "@",
    "@host",
    "%3D",
    "%20",
    "%",
    "$",
    "${",
    "***",
    "*",
    "#",
    "!",
    "?",
    "+",
    "~",
    "--",
    "-",
    "_",
    ".",
    "..",
    "Bearer ",
    "Basic ",
    "a=b; ",
    "u=\"v\", ",
    "abc",
    "null",
    "true",
    "[FILTERED]",
    "{name}",
    "%s",
    "/home/user",
    "b\"",
    "0x7f3a2b10",
    "hooks.slack.com/services/",
    "T000/B000/EXAMPLEexampleEXA",
    "12:34:56",
    "10.0.0.1:8080",
    "123456789:",
    "4111",
    "1111 ",
    "5425",
    "password1:2abcd",
    "é",
    "中",
    "，",
    "。",
    "•••"
  };

  private static final String[] MARKERS = {
    "<secret:jwt>", "<secret:password>", "<secret:token>", "<secret:credit_card>", "<secret:",
    "<secret:jw", "<secret:nothing>", "secret:jwt>", "<secret:password", "jwt>"
  };

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void redactingTwiceIsRedactingOnce(@ForAll("texts") byte[] text) {
    byte[] redacted = Findings.redact(text);

    assertThat(utf8(Findings.redact(redacted))).isEqualTo(utf8(redacted));
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void redactedTextHasTheKindsAndTheOtherBytesOfTheText(@ForAll("texts") byte[] text) {
    assertThat(Findings.in(Findings.redact(text))).as(utf8(text)).isEqualTo(Findings.in(text));
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void whatStandsAroundTheTextDoesNotMatter(
      @ForAll("texts") byte[] text,
      @ForAll @IntRange(max = 70) int before,
      @ForAll @IntRange(max = 20) int behind,
      @ForAll byte filler) {
    byte[] array = new byte[before + text.length + behind];
    Arrays.fill(array, filler);
    System.arraycopy(text, 0, array, before, text.length);

    assertThat(Findings.in(array, before, before + text.length))
        .as(utf8(text))
        .isEqualTo(Findings.in(text));
  }

  @Property
  void anyBytesKeepWhatIsNoSecret(@ForAll byte[] bytes) {
    assertThat(Findings.in(Findings.redact(bytes))).isEqualTo(Findings.in(bytes));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aStringAndItsBytesAreRedactedAlike(@ForAll("texts") byte[] bytes) {
    String text = utf8(bytes);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

    assertThat(new Redactor().redact(text)).isEqualTo(utf8(Findings.redact(utf8)));
  }

  @Property
  void findsSixteenDigitsOfVisaOnlyWithTheRightCheckDigit(
      @ForAll @IntRange(max = 9_999_999) int high, @ForAll @IntRange(max = 9_999_999) int low) {
    String digits = String.format(Locale.ROOT, "4%07d%07d", high, low);

    for (int check = 0; check < 10; check++) {
      byte[] text = ("card " + digits + check).getBytes(StandardCharsets.UTF_8);
      assertThat(Findings.in(text).kinds())
          .hasSize(luhnSum(digits + check) % 10 == 0 ? 1 : 0)
          .allMatch(kind -> kind == SecretKind.CREDIT_CARD);
    }
  }

  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(SECRETS)),
            Tuple.of(4, assignments()),
            Tuple.of(6, Arbitraries.of(GLUE)),
            Tuple.of(2, Arbitraries.of(NAMES)),
            Tuple.of(2, Arbitraries.of(SEPARATORS)),
            Tuple.of(2, Arbitraries.of(MARKERS)),
            Tuple.of(2, truncated()),
            Tuple.of(
                1,
                Arbitraries.strings()
                    .withChars("a1 -:=x/*")
                    .ofMinLength(1)
                    .ofMaxLength(1)
                    .flatMap(c -> Arbitraries.integers().between(1, 180).map(c::repeat))),
            Tuple.of(1, Arbitraries.strings().ascii().ofLength(1)));
    Arbitrary<byte[]> wellFormed =
        piece
            .list()
            .ofMinSize(1)
            .ofMaxSize(14)
            .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8));
    return Arbitraries.frequencyOf(Tuple.of(9, wellFormed), Tuple.of(1, broken(wellFormed)));
  }

  private static Arbitrary<String> assignments() {
    return Combinators.combine(
            Arbitraries.of(NAMES), Arbitraries.of(SEPARATORS), Arbitraries.of(SECRETS))
        .as((name, separator, secret) -> name + separator + secret);
  }

  private static Arbitrary<String> truncated() {
    return Combinators.combine(Arbitraries.of(SECRETS), Arbitraries.integers().between(0, 99))
        .as((secret, percent) -> secret.substring(0, secret.length() * percent / 100));
  }

  private static Arbitrary<byte[]> broken(Arbitrary<byte[]> texts) {
    return Combinators.combine(texts, Arbitraries.integers(), Arbitraries.bytes())
        .as((text, place, value) -> {
          byte[] bytes = text.clone();
          if (bytes.length > 0) {
            bytes[Math.floorMod(place, bytes.length)] = value;
          }
          return bytes;
        });
  }

  private static int luhnSum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted / 10 + weighted % 10;
    }
    return sum;
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
