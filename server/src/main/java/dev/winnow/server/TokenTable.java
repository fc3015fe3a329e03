package dev.winnow.server;

import dev.winnow.cli.console.Printable;
import dev.winnow.storage.control.Token;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tokens as the terminal shows them. */
final class TokenTable {
  private TokenTable() {}

  /** A table of tokens; empty if there are none. */
  static String of(List<Token> tokens, Instant now) {
    if (tokens.isEmpty()) {
      return "";
    }
    StringBuilder table =
        new StringBuilder(row("ID", "ROLE", "CREATED", "LAST USED", "STATE", "NAME"));
    for (Token token : tokens) {
      table.append(
          row(
              token.id(),
              token.role().text(),
              time(token.created()),
              time(token.lastUsed()),
              state(token, now),
              Printable.of(token.name())));
    }
    return table.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-16s  %-6s  %-20s  %-20s  %-28s  %s\n", cells);
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String state(Token token, Instant now) {
    if (token.revoked() != null) {
      return "revoked " + time(token.revoked());
    }
    if (token.expires() == null) {
      return "valid";
    }
    return (token.isAcceptedAt(now) ? "until " : "expired ") + time(token.expires());
  }

  /** A token in a sentence. */
  static String describe(Token token) {
    return String.format(
        Locale.ROOT,
        "token %s '%s' of tenant %s, role %s",
        token.id(),
        token.name(),
        token.tenantId(),
        token.role().text());
  }
}
