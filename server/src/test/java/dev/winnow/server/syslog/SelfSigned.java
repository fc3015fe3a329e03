package dev.winnow.server.syslog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that nobody else has signed, in files as servers read them. */
record SelfSigned(KeyStore store, Path certificateFile, Path privateKeyFile) {
  private static final String PASSWORD = "password";
  private static final String ALIAS = "self";

  /** Makes one in a directory with the tool of the JDK. */
  static SelfSigned in(Path directory)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = directory.resolve("store.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                (tool + " -genkeypair -alias " + ALIAS + " -keyalg EC -dname CN=localhost")
                    .concat(" -ext SAN=ip:127.0.0.1 -storetype PKCS12 -storepass " + PASSWORD)
                    .concat(" -keystore " + file)
                    .split(" ", -1))
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError("no certificate was made");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new SelfSigned(
        store,
        pem(
            directory.resolve("certificate.pem"),
            "CERTIFICATE",
            store.getCertificate(ALIAS).getEncoded()),
        pem(
            directory.resolve("key.pem"),
            "PRIVATE KEY",
            store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
  }

  private static Path pem(Path file, String what, byte[] bytes) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(bytes);
    return Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
  }

  /** What clients need who trust it. */
  SSLContext client() throws GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
