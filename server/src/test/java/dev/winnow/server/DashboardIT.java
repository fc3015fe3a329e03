package dev.winnow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers are given the dashboard, and programs what they ask for, at the same address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardIT {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  private static final String ASSET = "/assets/test-0123.js";

  private final HttpClient http = HttpClient.newHttpClient();
  private ApiServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    server = new ApiServer(directory);
  }

  @AfterAll
  void end() {
    server.close();
    http.close();
  }

  private static byte[] file(String path) throws IOException {
    try (InputStream file =
        DashboardIT.class.getResourceAsStream("/META-INF/resources/dashboard" + path)) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?query=level%20%3E%3D%20warn",
        "/overview",
        "/explorer?range=1h",
        "/templates",
        "/templates/0123456789abcdef",
        "/templates/%3Cscript%3E",
        "/traces/0af7651916cd43dd8448eb211c80319c",
        "/settings"
      })
  void givesThePageToBrowsersWithoutAToken(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send("GET", path, "Accept", BROWSER);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(file("/index.html"));
    assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';",
            "connect-src 'self';",
            "frame-ancestors 'none'");
    HttpResponse<byte[]> head = send("HEAD", path, "Accept", BROWSER);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(answer, "ETag"));
    assertThat(header(head, "Content-Length")).isEqualTo("" + answer.body().length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /overview | */* | 401",
        "GET | /explorer | application/json | 401",
        "POST | /overview | text/html | 401",
        "GET | /overview/ | text/html | 401",
        "GET | /overview/x | text/html | 401",
        "GET | /templates/a/b | text/html | 401",
        "GET | /traces | text/html | 401",
        "GET | /nothing | text/html | 401",
        "GET | /api/logs | text/html | 401",
        "GET | / | */* | 401",
        "GET | / | application/json | 401",
        "POST | / | text/html | 404",
        "GET | /index.html | text/html | 401",
        "GET | /none.svg | */* | 401",
        "GET | /openapi.json | */* | 200",
        "GET | /assets/test.svg | */* | 404",
        "GET | /assets | */* | 401",
        "GET | /assets/ | */* | 404",
        "GET | /assets/none.js | */* | 404",
        "GET | /assets/../index.html | */* | 401",
        "GET | /assets/%2e%2e/index.html | */* | 401",
        "GET | /assets/..%2findex.html | */* | 404",
        "GET | /dashboard/index.html | text/html | 404",
        "GET | /dashboard/assets/test-0123.js | */* | 404",
        "POST | /assets/test-0123.js | */* | 401"
      })
  void givesNothingElse(String method, String path, String accepted, int status)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(method, path, "Accept", accepted);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).matches("application/(problem\\+)?json.*");
  }

  @Test
  void saysThatThereIsNothingToThoseWhoAreKnown() {
    ApiServer.Answer answer = server.send(server.firstSecret(), "GET", "/nothing", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  void answersClientsOfElasticsearchAtTheStart() throws IOException, InterruptedException {
    String token = "ApiKey " + server.firstSecret();
    for (String accepted :
        new String[] {
          "*/*", "application/json", "application/vnd.elasticsearch+json; compatible-with=9"
        }) {
      HttpResponse<byte[]> answer = send("GET", "/", "Accept", accepted, "Authorization", token);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "X-Elastic-Product")).isEqualTo("Elasticsearch");
      assertThat(answer.body()).asString().contains("\"tagline\":\"You Know, for Search\"");
    }
    HttpResponse<byte[]> silent = send("GET", "/", "Authorization", token);
    assertThat(header(silent, "X-Elastic-Product")).isEqualTo("Elasticsearch");
    HttpResponse<byte[]> probe = send("HEAD", "/", "Authorization", token);
    assertThat(probe.statusCode()).isEqualTo(200);
    assertThat(header(probe, "X-Elastic-Product")).isEqualTo("Elasticsearch");
  }

  @Test
  void givesAssetsThatNeverChange() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send("GET", ASSET);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(file(ASSET));
    assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    String tag = header(answer, "ETag");
    for (String known : new String[] {tag, "\"other\", " + tag}) {
      HttpResponse<byte[]> unchanged = send("GET", ASSET, "If-None-Match", known);
      assertThat(unchanged.statusCode()).isEqualTo(304);
      assertThat(unchanged.body()).isEmpty();
      assertThat(header(unchanged, "ETag")).isEqualTo(tag);
    }
    assertThat(send("GET", ASSET, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void givesWhatLiesBesideThePage() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send("GET", "/test.svg");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(file("/test.svg"));
    assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | true",
        "br;q=1.0, gzip;q=0.8 | true",
        "gzip;q=0 | false",
        "gzip; q=0.0, br | false",
        "br | false",
        "identity | false"
      })
  void packsForThoseWhoCanUnpack(String encodings, boolean isPacked)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send("GET", ASSET, "Accept-Encoding", encodings);

    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Content-Encoding")).isEqualTo(isPacked ? "gzip" : "");
    byte[] body = answer.body();
    if (isPacked) {
      try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = packed.readAllBytes();
      }
    }
    assertThat(body).isEqualTo(file(ASSET));
  }
}
