package dev.winnow.e2e.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.e2e.Outcome;
import dev.winnow.e2e.PackagedProgram;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every port speaks TLS, and nothing else, once a certificate is named. */
final class TlsTest {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "server";
  private static final int RECORDS = 3;

  @TempDir private static Path home;
  private static PackagedProgram winnow;
  private static KeyStore keys;
  private static Path certificate;
  private static Path privateKey;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException, GeneralSecurityException {
    winnow = new PackagedProgram(home).withServer();
    keys = makeKeys();
    certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
    privateKey = pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    server =
        RunningServer.start(
            winnow,
            home.resolve("data"),
            "tls.certificate_file=" + certificate,
            "tls.private_key_file=" + privateKey,
            "receivers.syslog.tls.enabled=true",
            "receivers.syslog.tls.port=0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A certificate for this machine that nobody but itself vouches for. */
  private static KeyStore makeKeys()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = home.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static Path pem(String type, byte[] encoded) throws IOException {
    String lines = Base64.getMimeEncoder().encodeToString(encoded);
    return Files.writeString(
        home.resolve(type.replace(' ', '-') + ".pem"),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, lines));
  }

  @Test
  void takesRecordsOverHttp() throws IOException, InterruptedException, GeneralSecurityException {
    send(
        "tls-http",
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(server.otlp().address() + "/v1/logs")
            .setTrustedCertificates(Files.readAllBytes(certificate))
            .build());

    assertThat(found("tls-http")).isEqualTo(RECORDS);
  }

  @Test
  void takesRecordsOverGrpc() throws IOException, InterruptedException, GeneralSecurityException {
    send(
        "tls-grpc",
        OtlpGrpcLogRecordExporter.builder()
            .setEndpoint(server.grpc().toString())
            .setTrustedCertificates(Files.readAllBytes(certificate))
            .build());

    assertThat(found("tls-grpc")).isEqualTo(RECORDS);
  }

  @Test
  void answersNobodyWhoSpeaksPlainly() {
    URI secure = server.api().address();
    Http plain = new Http(URI.create("http://" + secure.getAuthority()), "");

    assertThat(secure.getScheme()).isEqualTo("https");
    assertThatThrownBy(() -> plain.get("/health/live")).isInstanceOf(Http.Unanswered.class);
  }

  @Test
  void namesACertificateThatIsNoneInsteadOfStarting() throws IOException {
    Path broken = Files.writeString(home.resolve("broken.pem"), "no certificate");

    Outcome start =
        winnow.run(
            "serve",
            "--data",
            home.resolve("other").toString(),
            "--port",
            "0",
            "--set",
            "receivers.otlp.http.port=0",
            "--set",
            "receivers.otlp.grpc.port=0",
            "--set",
            "tls.certificate_file=" + broken,
            "--set",
            "tls.private_key_file=" + privateKey);

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.stderr())
        .startsWith("winnow: cannot listen on port ")
        .contains("tls): Missing -----BEGIN CERTIFICATE----- delimiter");
  }

  private static void send(String service, LogRecordExporter exporter) {
    try (SdkLoggerProvider provider =
        SdkLoggerProvider.builder()
            .setResource(
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
            .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
            .build()) {
      for (int i = 0; i < RECORDS; i++) {
        provider.get("tls").logRecordBuilder().setBody("record " + i).emit();
      }
    }
  }

  @Test
  void takesSyslog() throws IOException, InterruptedException, GeneralSecurityException {
    StringBuilder frames = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      String message = "<11>1 2026-11-21T10:00:00Z web tls-syslog - - - record " + i;
      frames.append(message.length()).append(' ').append(message);
    }
    try (Socket socket =
        trusting().getSocketFactory().createSocket("127.0.0.1", server.syslogPort("TLS"))) {
      socket.getOutputStream().write(frames.toString().getBytes(StandardCharsets.UTF_8));
      long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (found("tls-syslog") < RECORDS && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
    }
    assertThat(found("tls-syslog")).isEqualTo(RECORDS);
  }

  private static SSLContext trusting() throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  private static long found(String service)
      throws IOException, InterruptedException, GeneralSecurityException {
    URI question =
        URI.create(
            server.api().address()
                + "/api/logs?start_time=2026-01-01T00:00:00Z&count=true&limit=1&service="
                + service);
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      return new Answer(
              client.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofByteArray()))
          .number("total");
    }
  }
}
