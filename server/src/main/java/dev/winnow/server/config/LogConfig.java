package dev.winnow.server.config;

/** What the server says about itself, on standard error. */
public record LogConfig(
    @Key(byDefault = "info", meaning = "The least severe of the server's own records to write.")
        Level level,
    @Key(
            byDefault = "auto",
            meaning = "How they look; auto is text on a terminal and json elsewhere.")
        Format format) {
  /** Whether records are written as JSON, given whether a person reads them as they are written. */
  public boolean isJson(boolean isWatched) {
    return switch (format) {
      case JSON -> true;
      case TEXT -> false;
      case AUTO -> !isWatched;
    };
  }

  /** A severity of the server's own records. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  /** A form of the server's own records. */
  public enum Format {
    AUTO,
    TEXT,
    JSON
  }
}
