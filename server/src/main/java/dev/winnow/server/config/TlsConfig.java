package dev.winnow.server.config;

import java.nio.file.Path;

/** Encryption of the ports; none while no certificate is named. */
public record TlsConfig(
    @Key(
            byDefault = "",
            meaning =
                "The certificate chain in PEM; naming one makes every port speak TLS, but those of"
                    + " plain syslog.")
        Path certificateFile,
    @Key(byDefault = "", meaning = "The private key of the certificate, in PEM.")
        Path privateKeyFile) {
  public TlsConfig {
    if (certificateFile.toString().isEmpty() != privateKeyFile.toString().isEmpty()) {
      throw new IllegalArgumentException(
          "certificate_file and tls.private_key_file must be set together");
    }
  }

  public boolean isEnabled() {
    return !certificateFile.toString().isEmpty();
  }
}
