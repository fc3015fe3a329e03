package dev.winnow.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path of the API with parameters. */
public final class Question {
  private final StringBuilder text;
  private boolean hasParameters;

  public Question(String path) {
    text = new StringBuilder(path);
  }

  /** Adds a segment to the path, before any parameter. */
  public Question segment(String value) {
    text.append('/').append(escape(value));
    return this;
  }

  /** Adds a parameter, unless it is empty. */
  public Question with(String name, String value) {
    if (!value.isEmpty()) {
      text.append(hasParameters ? '&' : '?').append(name).append('=').append(escape(value));
      hasParameters = true;
    }
    return this;
  }

  /** A blank is %20 in a path and in a query, while a plus sign is one in a query only. */
  private static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** As a request has it. */
  String pathAndQuery() {
    return text.toString();
  }
}
