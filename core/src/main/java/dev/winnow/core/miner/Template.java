package dev.winnow.core.miner;

/**
 * What a program says again and again, with placeholders for what changes.
 *
 * @param id the identity of the template; it never comes to mean another one
 * @param text the words with typed placeholders such as {@code <num>}, {@code <*>} where types mix;
 *     a literal {@code <} is written twice
 */
public record Template(long id, String text) {
  /** The text with every placeholder as {@code <*>} and literal text as it was written. */
  public String untypedText() {
    return render(true);
  }

  /** The text with typed placeholders and literal text as it was written. */
  public String typedText() {
    return render(false);
  }

  /** The id as 16 lower-case hex digits. */
  public String hexId() {
    String hex = Long.toHexString(id);
    return "0".repeat(16 - hex.length()) + hex;
  }

  private String render(boolean untyped) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '<') {
        out.append(c);
        at++;
      } else if (text.startsWith("<<", at)) {
        out.append('<');
        at += 2;
      } else {
        int end = text.indexOf('>', at) + 1;
        out.append(untyped ? Texts.WILD : text.substring(at, end));
        at = end;
      }
    }
    return out.toString();
  }
}
