package dev.winnow.server.config;

/** Who may ask. */
public record AuthConfig(
    @Key(
            byDefault = "auto",
            meaning =
                "Whether every request needs a token; auto: unless the server listens on a loopback"
                    + " address.")
        Switch enabled) {
  /** Yes, no, or as fits the rest of the configuration. */
  public enum Switch {
    AUTO,
    TRUE,
    FALSE
  }
}
