package dev.winnow.core.miner;

import dev.winnow.core.miner.FormTokens.Token;
import dev.winnow.core.miner.Slot.Kind;
import dev.winnow.kernel.form.CharacterClass;
import dev.winnow.kernel.form.Mask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a form: which of its positions hold a value and which the statement. */
final class ShapeReader {
  /*
   * A value is what the scanner masked, what stands in quotes or behind an equals sign, a word that
   * no sentence holds (Words), a list, and printed data in brackets. Tokens without space between
   * them are one chunk, so that `10.0.0.1`, `LOCAL(0)` and `#3#` can stand in the same place. Words in
   * round brackets, and what follows a colon behind at least TAIL_WORDS words, may be one value as a
   * whole and are read as a segment, one level deep.
   *
   * Every rule looks at the form's text only, so equal forms have equal shapes.
   */

  /** So many words must stand before a colon for what follows to be one value. */
  private static final int TAIL_WORDS = 2;

  /** What follows so many positions is one value. */
  private static final int MAX_SLOTS = 256;

  private static final String CLAUSE_ENDS = ".:!?";
  private static final String KEY_ENDS = ":#@";

  private final List<Token> tokens;
  private final int end;
  private final boolean nested;
  private final List<Slot> slots = new ArrayList<>();
  private int at;

  private ShapeReader(List<Token> tokens, int from, int end, boolean nested) {
    this.tokens = tokens;
    this.at = from;
    this.end = end;
    this.nested = nested;
  }

  static List<Slot> read(String form) {
    return StructuredShape.isStructured(form) ? StructuredShape.read(form) : readText(form);
  }

  static List<Slot> readText(String form) {
    List<Token> tokens = FormTokens.of(form);
    return new ShapeReader(tokens, 0, tokens.size(), false).slots();
  }

  private List<Slot> slots() {
    while (at < end && slots.size() < MAX_SLOTS) {
      next();
    }
    if (at < end) {
      take(Kind.VALUE, end);
    }
    if (isBehindEquals()) {
      add(Slot.NO_GAP, Kind.VALUE, "");
    }
    return Lists.collapse(slots);
  }

  private void next() {
    Token token = tokens.get(at);
    if (isBehindEquals()) {
      value(token);
    } else if (opensQuote(token)) {
      quoted(token);
    } else if (token.isSeparator()) {
      bracketOrSeparator(token);
    } else {
      chunk();
      tail();
    }
  }

  /** The value behind an equals sign: up to the next space or closing separator, perhaps empty. */
  private void value(Token first) {
    boolean spaceBehind = first.gap() != Slot.NO_GAP && last().gap() == Slot.NO_GAP;
    boolean nothing = spaceBehind && !first.isMask() && !first.isSeparator();
    if (nothing || (first.isSeparator() && ",;)]}|".contains(first.text()))) {
      add(Slot.NO_GAP, Kind.VALUE, "");
    } else if (opensQuote(first)) {
      take(Kind.VALUE, closingQuote() + 1);
    } else if (first.isSeparator()) {
      bracketOrSeparator(first);
    } else {
      take(Kind.VALUE, chunkEnd());
    }
  }

  private void quoted(Token open) {
    int close = closingQuote();
    add(open.gap(), Kind.FIXED, open.text());
    char gap = close > at + 1 ? tokens.get(at + 1).gap() : Slot.NO_GAP;
    add(gap, Kind.VALUE, text(at + 1, close));
    add(tokens.get(close).gap(), Kind.FIXED, tokens.get(close).text());
    at = close + 1;
  }

  private void bracketOrSeparator(Token token) {
    if (!bracket(token)) {
      add(token.gap(), Kind.FIXED, token.text());
      at++;
    }
  }

  /** Reads an empty bracket, a list, data, or a phrase in brackets as one position. */
  private boolean bracket(Token open) {
    int close = TokenSpan.opensBracket(open) ? span(at, end).closingBracket() : end;
    if (close >= end) {
      return false;
    }
    boolean round = open.text().equals("(");
    TokenSpan content = span(at + 1, close);
    if (close == at + 1) {
      boolean call = round && open.gap() == Slot.NO_GAP && !isBehindEquals();
      return !call && around(open, close, Slot.of(Slot.NO_GAP, Kind.VALUE, ""));
    }
    char gap = tokens.get(at + 1).gap();
    boolean data = open.text().equals("[") && content.isData();
    if (data || (!round && content.isList())) {
      return around(open, close, Slot.of(gap, Kind.VALUE, content.text()));
    }
    if (!nested && content.isPhrase() && words() > 0) {
      List<Slot> parts = new ShapeReader(tokens, at + 1, close, true).slots();
      return around(open, close, Slot.segment(gap, parts));
    }
    return false;
  }

  private boolean around(Token open, int close, Slot content) {
    add(open.gap(), Kind.FIXED, open.text());
    slots.add(content);
    add(tokens.get(close).gap(), Kind.FIXED, tokens.get(close).text());
    at = close + 1;
    return true;
  }

  /** Behind a colon that ends a clause, the rest may be one value. */
  private void tail() {
    boolean clause = at < end && tokens.get(at).gap() == ' ' && last().text().equals(":");
    if (clause && !nested && words() >= TAIL_WORDS && span(at, end).isProse()) {
      slots.add(Slot.segment(' ', new ShapeReader(tokens, at, end, true).slots()));
      at = end;
    }
  }

  /** The tokens that stand together without space: a word, or a value made of several. */
  private void chunk() {
    Token first = tokens.get(at);
    int stop = chunkEnd();
    if (first.gap() == '\n' && !first.isMask() && hasStack()) {
      take(Kind.FIXED, at + 1);
      return;
    }
    if (first.text().startsWith("/") && !slots.isEmpty() && last().kind() == Kind.METHOD) {
      take(Kind.ROUTE, stop);
      return;
    }
    if (slots.isEmpty() && !nested && !isAddress(first)) {
      stop = at + 1;
    }
    while (stop > at + 1 && isClauseEnd(tokens.get(stop - 1))) {
      stop--;
    }
    if (stop == at + 1) {
      word(first);
    } else if (isKey(first) && tokens.get(at + 1).isMask()) {
      take(Kind.FIXED, at + 1);
      take(Kind.VALUE, stop);
    } else {
      boolean value = span(at, stop).hasMask() || Words.isIdentifier(text(at, stop));
      take(value ? Kind.VALUE : Kind.FIXED, stop);
    }
  }

  /** Whether each line names an exception and the last one stands for the frames. */
  private boolean hasStack() {
    return tokens.get(tokens.size() - 1).text().equals(Mask.STACK.placeholder());
  }

  private void word(Token token) {
    String text = token.text();
    at++;
    if (token.isMask() || isForeign() || text.equals("-")) {
      add(token.gap(), Kind.VALUE, text);
      return;
    }
    int stop = text.length();
    while (stop > 1 && CLAUSE_ENDS.indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    String core = text.substring(0, stop);
    Kind kind = slots.isEmpty() && !nested ? Words.first(core) : Words.kind(core, lastOrNull());
    boolean ofName = !slots.isEmpty() && last().kind() == Kind.NAME;
    boolean colon = stop < text.length() && text.charAt(stop) == ':';
    boolean key = colon && kind == Kind.WORD && !ofName;
    add(token.gap(), key ? Kind.FIXED : kind, core);
    if (stop < text.length()) {
      add(Slot.NO_GAP, Kind.FIXED, text.substring(stop));
    }
  }

  private int chunkEnd() {
    int depth = 0;
    int balanced = at;
    int reach = Math.min(end, at + TokenSpan.REACH);
    for (int i = at; i < reach; i++) {
      Token token = tokens.get(i);
      if (i > at && (token.gap() != Slot.NO_GAP || isIdeographic(token))) {
        break;
      }
      if (isIdeographic(token)) {
        return i + 1;
      }
      boolean opens = TokenSpan.opensBracket(token);
      boolean closes = TokenSpan.closesBracket(token);
      if (token.isSeparator() && ((!opens && !closes) || (closes && depth == 0))) {
        break;
      }
      depth += opens ? 1 : closes ? -1 : 0;
      balanced = depth == 0 ? i + 1 : balanced;
    }
    return Math.max(balanced, at + 1);
  }

  /** Whether a text begins with a value: a placeholder, or a qualified name with its port. */
  private boolean isAddress(Token first) {
    String text = first.text();
    return first.isMask()
        || (text.endsWith(":") && Words.isIdentifier(text.substring(0, text.length() - 1)));
  }

  /** A plain word that ends in the mark behind which its value follows. */
  private static boolean isKey(Token token) {
    String text = token.text();
    int last = text.length() - 1;
    return !token.isMask()
        && last > 0
        && KEY_ENDS.indexOf(text.charAt(last)) >= 0
        && text.indexOf('-') < 0
        && !text.equals("localhost:")
        && !Words.isIdentifier(text.substring(0, last));
  }

  private static boolean isClauseEnd(Token token) {
    String text = token.text();
    for (int i = 0; i < text.length(); i++) {
      if (CLAUSE_ENDS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !token.isMask();
  }

  private boolean opensQuote(Token token) {
    if (!TokenSpan.isQuote(token) || closingQuote() >= end) {
      return false;
    }
    boolean opens =
        token.gap() != Slot.NO_GAP
            || at == 0
            || tokens.get(at - 1).isSeparator()
            || tokens.get(at - 1).text().endsWith(":")
            || token.text().charAt(0) > 0x7f;
    return opens && !Vocabulary.isMethod(tokens.get(at + 1).text());
  }

  private int closingQuote() {
    return span(at, end).closingQuote();
  }

  private static boolean isIdeographic(Token token) {
    return CharacterClass.isIdeograph(token.text().codePointAt(0));
  }

  /** Whether the letters just read stand inside a text that is written without spaces. */
  private boolean isForeign() {
    int word = at - 1;
    return word > 0
        && tokens.get(word).gap() == Slot.NO_GAP
        && isIdeographic(tokens.get(word - 1))
        && at < end
        && tokens.get(at).gap() == Slot.NO_GAP
        && isIdeographic(tokens.get(at));
  }

  private boolean isBehindEquals() {
    return !slots.isEmpty() && last().kind() == Kind.FIXED && last().text().equals("=");
  }

  /** The words of a sentence so far; what is glued to a program's name is none. */
  private int words() {
    int words = 0;
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      boolean apart = i == 0 || slot.gap() != Slot.NO_GAP;
      words += apart && slot.kind() != Kind.VALUE && Words.isWord(slot.text()) ? 1 : 0;
    }
    return words;
  }

  private Slot last() {
    return slots.get(slots.size() - 1);
  }

  private @Nullable Slot lastOrNull() {
    return slots.isEmpty() ? null : last();
  }

  private TokenSpan span(int from, int to) {
    return new TokenSpan(tokens, from, to);
  }

  private String text(int from, int to) {
    return span(from, to).text();
  }

  /** Takes the tokens up to {@code stop} as one position. */
  private void take(Kind kind, int stop) {
    add(tokens.get(at).gap(), kind, text(at, stop));
    at = stop;
  }

  private void add(char gap, Kind kind, String text) {
    slots.add(Slot.of(gap, kind, text));
  }
}
