package dev.winnow.server.config;

import java.util.Locale;

/**
 * One key of the configuration.
 *
 * @param key its name, groups first: {@code receivers.otlp.http.port}
 * @param type what its values are
 * @param byDefault the value of whoever sets none
 * @param meaning what it is for
 * @param alias another environment variable that sets it; empty if there is none
 * @param secret whether its value is never shown
 */
record Setting(
    String key, Class<?> type, String byDefault, String meaning, String alias, boolean secret) {
  /** The environment variable that sets it. */
  String variable() {
    return "WINNOW_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
