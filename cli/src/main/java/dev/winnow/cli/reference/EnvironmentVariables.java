package dev.winnow.cli.reference;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The environment variables that the command and the script that starts it read. */
final class EnvironmentVariables {
  private EnvironmentVariables() {}

  /** What each is for. */
  static SequencedMap<String, String> meanings() {
    SequencedMap<String, String> meanings = new LinkedHashMap<>();
    meanings.put("NO_COLOR", "Where it is not empty, there are no colours.");
    meanings.put("TERM", "If it is dumb, there are no colours either.");
    meanings.put("COLUMNS", "How wide the terminal is.");
    meanings.put(
        "LC_ALL, LC_CTYPE, LANG", "Whether the terminal shows more than ASCII: if they say UTF-8.");
    meanings.put("WINNOW_JAVA", "The JDK to use: its directory, or its java.");
    meanings.put("WINNOW_JAVA_OPTS", "Options for the Java virtual machine, such as -Xmx2g.");
    meanings.put("WINNOW_DEBUG", "Where it is set, a fault of Winnow itself says where it is.");
    meanings.put("WINNOW_URL", "The server that query, templates and token ask.");
    meanings.put("WINNOW_TOKEN", "The token that they show it.");
    meanings.put(
        "LOG_RATE_PER_SECOND, ERROR_RATE_PERCENTAGE, SERVICES",
        "What generate does without --rate, --errors and --services.");
    meanings.put(
        "WINNOW_SERVER_PORT",
        "The key server.port of the server; every other key has a variable in the same way.");
    return meanings;
  }
}
