package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
  private final TestServer server =
      new TestServer(
          "server.allowed_hosts", "logs.home", "server.allowed_origins", "https://ui.home");

  @AfterEach
  void close() {
    server.close();
  }

  private String ask(String method, String headers) throws IOException {
    return server.exchange(
        method + " /x HTTP/1.1\r\nConnection: close\r\n" + headers.replace("|", "\r\n") + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Host: localhost|, 404",
    "Host: LOCALHOST:8005|, 404",
    "Host: 127.0.0.1:8005|, 404",
    "Host: [::1]:8005|, 404",
    "Host: logs.home|, 404",
    "Host: evil.example|, 403",
    "Host: localhost.evil.example:8005|, 403",
    "Host: localhost|Origin: http://localhost|, 404",
    "Host: localhost|Origin: https://ui.home|, 404",
    "Host: localhost|Origin: http://evil.example|, 403",
    "Host: localhost|Origin: null|, 403",
    "Host: localhost:1|Origin: http://localhost:2|, 403"
  })
  void servesItsOwnNamesAndAllowedPagesOnly(String headers, String status) throws IOException {
    assertThat(ask("GET", headers)).startsWith("HTTP/1.1 " + status + " ");
  }

  /** The case of a name means nothing (RFC 9110, 4.2.3). */
  @ParameterizedTest
  @CsvSource({"localhost, 404", "LocalHost, 404", "evil.example, 403"})
  void comparesNamesWhateverTheirCase(String host, String status) throws IOException {
    try (TestServer loud = new TestServer("server.host", "LOCALHOST")) {
      assertThat(
              loud.exchange("GET /x HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n"))
          .startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/x?a=%", "/x?a=%4", "/x?%G0=1", "/x?a=%25%2"})
  void refusesAddressesThatCannotBeDecoded(String address) throws IOException {
    assertThat(
            server.exchange(
                "GET " + address + " HTTP/1.1\r\nConnection: close\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"malformed_request\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
  void tellsWhichMethodARouteTakes(String method) throws IOException {
    assertThat(
            server.exchange(
                method + " /echo HTTP/1.1\r\nConnection: close\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 405 ")
        .contains("\r\nAllow: POST\r\n", "\"code\":\"method_not_allowed\"");
  }

  @Test
  void tellsProblemsWithAnIdThatTheAnswerHasToo() throws IOException {
    String trace = "0af7651916cd43dd8448eb211c80319c";

    assertThat(ask("GET", "Host: a|traceparent: 00-" + trace + "-b7ad6b7169203331-01|"))
        .contains(
            "\r\nX-Request-Id: " + trace + "\r\n",
            "\r\nDate: Sun, 01 Nov 2026 07:08:09 GMT\r\n",
            "\r\nContent-Type: application/problem+json\r\n",
            "\r\nX-Content-Type-Options: nosniff\r\n",
            "\r\nContent-Security-Policy: default-src 'none'")
        .endsWith(
            "{\"type\":\"urn:winnow:problem:origin_not_allowed\",\"title\":\"origin not allowed\","
                + "\"status\":403,\"detail\":\"the server does not answer to the name in the Host"
                + " header (server.allowed_hosts); add it to the key of the configuration that the"
                + " message names, if it may be trusted\",\"instance\":\"/x\",\"code\":"
                + "\"origin_not_allowed\",\"trace_id\":\""
                + trace
                + "\"}");
  }

  @Test
  void tellsAllowedPagesWhatTheyMayAsk() throws IOException {
    assertThat(
            ask(
                "OPTIONS",
                "Host: localhost|Origin: https://ui.home|Access-Control-Request-Method: PUT|"))
        .startsWith("HTTP/1.1 204 ")
        .contains("\r\nAccess-Control-Allow-Origin: https://ui.home\r\n")
        .contains("\r\nAccess-Control-Allow-Methods: GET, POST, PUT, DELETE\r\n")
        .contains(
            "\r\nAccess-Control-Allow-Headers: Authorization, Content-Type, Content-Encoding,"
                + " Idempotency-Key\r\n");
    assertThat(ask("OPTIONS", "Host: localhost|Access-Control-Request-Method: PUT|"))
        .startsWith("HTTP/1.1 404 ")
        .doesNotContain("Access-Control");
  }
}
