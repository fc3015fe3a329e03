package dev.winnow.core.miner;

import java.util.Locale;
import java.util.Set;

/**
 * English words that say something about their neighbours. Small on purpose: every word here is a
 * claim about all logs there are.
 */
final class Vocabulary {
  /**
   * Words that turn a statement into another one. Two texts that differ in one of them are never
   * the same statement, however much else they share.
   */
  private static final Set<String> DECISIVE =
      Set.of(
          "success",
          "succeeded",
          "successful",
          "successfully",
          "failure",
          "failed",
          "fail",
          "fails",
          "failing",
          "error",
          "errors",
          "warning",
          "fatal",
          "ok",
          "okay",
          "start",
          "started",
          "starting",
          "starts",
          "stop",
          "stopped",
          "stopping",
          "stops",
          "begin",
          "end",
          "enabled",
          "disabled",
          "enable",
          "disable",
          "enter",
          "exit",
          "open",
          "opened",
          "opening",
          "close",
          "closed",
          "closing",
          "connected",
          "disconnected",
          "connect",
          "disconnect",
          "accepted",
          "rejected",
          "refused",
          "denied",
          "allowed",
          "granted",
          "up",
          "down",
          "on",
          "off",
          "not",
          "no",
          "valid",
          "invalid",
          "created",
          "deleted",
          "added",
          "removed",
          "acquire",
          "acquired",
          "release",
          "released",
          "lock",
          "unlock",
          "locked",
          "unlocked",
          "login",
          "logout",
          "loaded",
          "unloaded",
          "loading",
          "unloading",
          "register",
          "unregister",
          "registered",
          "unregistered",
          "in",
          "out",
          "read",
          "write",
          "old",
          "new",
          "before",
          "after",
          "first",
          "last",
          "min",
          "max",
          "is",
          "was",
          "are",
          "has",
          "have",
          "will",
          "with",
          "without",
          "of");

  /**
   * Words behind which a name is expected, so that fewer different words prove a variable: nouns
   * for things that have names, and prepositions, in the languages that logs are mostly written in.
   */
  private static final Set<String> INTRODUCING =
      Set.of(
          "user",
          "username",
          "host",
          "hostname",
          "client",
          "server",
          "node",
          "from",
          "by",
          "for",
          "to",
          "at",
          "name",
          "named",
          "service",
          "process",
          "thread",
          "file",
          "device",
          "domain",
          "group",
          "account",
          "database",
          "table",
          "topic",
          "queue",
          "role",
          "task",
          "job",
          "key",
          "von",
          "f\u00fcr",
          "benutzer",
          "nutzer",
          "kunde",
          "par",
          "pour",
          "utilisateur",
          "por",
          "para",
          "usuario",
          "usu\u00e1rio",
          "cliente",
          "da",
          "per",
          "utente",
          "van",
          "voor",
          "gebruiker",
          "od",
          "dla",
          "u\u017cytkownik",
          "\u043e\u0442",
          "\u0434\u043b\u044f",
          "\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c",
          "\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u0435\u043c",
          "\u03b1\u03c0\u03cc");

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "CONNECT", "TRACE");

  private static final Set<String> UNITS =
      Set.of(
          "B", "KB", "MB", "GB", "TB", "kB", "KiB", "MiB", "GiB", "TiB", "bytes", "byte", "ms",
          "us", "ns", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes",
          "hour", "hours", "day", "days");

  private static final Set<String> NOTHING =
      Set.of("null", "NULL", "nil", "<nil>", "None", "undefined", "none", "N/A", "n/a");

  private Vocabulary() {}

  static boolean isDecisive(String word) {
    return DECISIVE.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isIntroducing(String word) {
    return INTRODUCING.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether the word is a request method of HTTP (RFC 9110). */
  static boolean isMethod(String word) {
    return METHODS.contains(word);
  }

  /** Whether the word may stand behind a number as its unit. */
  static boolean isUnit(String word) {
    return UNITS.contains(word);
  }

  /** Whether the word stands for an absent value. */
  static boolean isNothing(String word) {
    return NOTHING.contains(word);
  }
}
