package dev.winnow.server.config;

import java.nio.file.Path;

/** Where everything is kept. */
public record DataConfig(
    @Key(
            byDefault = "winnow-data",
            meaning = "The directory that holds all data; made if it is not there.")
        Path directory,
    @Key(
            byDefault = "1GiB",
            meaning =
                "Free space below which no more records are taken in, so that what was accepted can"
                    + " still be written.")
        ByteSize minFree) {
  public DataConfig {
    if (directory.toString().isEmpty()) {
      throw new IllegalArgumentException("directory must not be empty");
    }
  }
}
