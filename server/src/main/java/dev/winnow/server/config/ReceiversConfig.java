package dev.winnow.server.config;

/** How records come in. */
public record ReceiversConfig(
    OtlpConfig otlp, ElasticsearchConfig elasticsearch, SyslogConfig syslog, FilesConfig files) {
  /** The OpenTelemetry protocol, in its two transports. */
  public record OtlpConfig(GrpcConfig grpc, HttpConfig http) {}

  /** The bulk API of Elasticsearch, on the port of the API. */
  public record ElasticsearchConfig(
      @Key(
              byDefault = "8.19.0",
              meaning = "The version of Elasticsearch that its clients are told to be speaking to.")
          String version) {}

  /** OTLP over gRPC. */
  public record GrpcConfig(
      @Key(byDefault = "true", meaning = "Whether OTLP over gRPC is received.") boolean enabled,
      @Key(byDefault = "4317", meaning = "The port of OTLP over gRPC.") int port) {
    public GrpcConfig {
      Limits.port("port", port);
    }
  }

  /** OTLP over HTTP, on a port of its own beside that of the API. */
  public record HttpConfig(
      @Key(
              byDefault = "true",
              meaning =
                  "Whether OTLP over HTTP is received on a port of its own; the API's port takes it"
                      + " always.")
          boolean enabled,
      @Key(byDefault = "4318", meaning = "The port of OTLP over HTTP.") int port) {
    public HttpConfig {
      Limits.port("port", port);
    }
  }
}
