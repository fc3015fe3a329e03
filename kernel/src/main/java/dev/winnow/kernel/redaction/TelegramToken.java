package dev.winnow.kernel.redaction;

/** A Telegram bot token: the number of the bot, a colon, and 35 bytes that begin with AA. */
final class TelegramToken {
  private static final int MIN_NUMBER = 6;
  private static final int SECRET = 35;
  private static final int ALPHABET =
      ByteClass.ALPHANUMERIC | ByteClass.DASH | ByteClass.UNDERSCORE;

  private TelegramToken() {}

  /** Adds the part behind the colon, if the word before it ends with a bot's number. */
  static boolean find(byte[] in, int colon, int to, SecretSpans found) {
    int from = colon + 1;
    if (!ByteClass.matchesExactly("AA", in, from, to)) {
      return false;
    }
    int number = colon;
    while (number > found.floor() && ByteClass.is(in[number - 1], ByteClass.DIGIT)) {
      number--;
    }
    int end = ByteClass.skip(ALPHABET, in, from, Math.min(to, from + SECRET + 1));
    if (colon - number < MIN_NUMBER || end - from != SECRET) {
      return false;
    }
    found.add(from, end, SecretKind.TELEGRAM_TOKEN);
    return true;
  }
}
