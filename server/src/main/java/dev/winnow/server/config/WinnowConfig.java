package dev.winnow.server.config;

/** Everything that users can set. */
public record WinnowConfig(
    ServerConfig server,
    DataConfig data,
    StorageConfig storage,
    ReceiversConfig receivers,
    GeneratorConfig generator,
    AuthConfig auth,
    TlsConfig tls,
    LimitsConfig limits,
    LogConfig log) {
  public WinnowConfig {
    if (receivers.syslog().tls().enabled() && !tls.isEnabled()) {
      throw new IllegalArgumentException(
          "receivers.syslog.tls.enabled needs tls.certificate_file and tls.private_key_file");
    }
  }

  /** Whether those who ask need a token. */
  public boolean needsTokens() {
    return switch (auth.enabled()) {
      case TRUE -> true;
      case FALSE -> false;
      case AUTO -> !server.isLoopback();
    };
  }
}
