package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A family of languages whose runtime prints stack traces in one way. */
public enum Language {
  /** Java, Kotlin, Scala, Groovy, Clojure: whatever runs on a Java virtual machine or Android. */
  JAVA(1, new JavaDialect()),
  /** JavaScript and TypeScript, as V8, SpiderMonkey and JavaScriptCore print them. */
  JAVASCRIPT(2, new JavaScriptDialect()),
  /** C#, F# and Visual Basic, on .NET, .NET Framework and Mono. */
  DOTNET(4, new DotnetDialect()),
  /** CPython and PyPy. */
  PYTHON(8, new PythonDialect()),
  /** Go, with the traces of {@code github.com/pkg/errors}. */
  GO(16, new GoDialect()),
  /** Ruby, in either order. */
  RUBY(32, new RubyDialect()),
  /** PHP, with the traces that Monolog and Laravel write. */
  PHP(64, new PhpDialect());

  static final Language[] ALL = values();

  /** The languages whose trace may begin with a line that begins or ends with a byte, as bits. */
  private static final byte[] BY_FIRST = new byte[256];

  private static final byte[] BY_LAST = new byte[256];

  static {
    for (Language language : ALL) {
      mark(BY_FIRST, language.dialect.firstBytes(), language.bit);
      mark(BY_LAST, language.dialect.lastBytes(), language.bit);
    }
  }

  private static void mark(byte[] table, String bytes, int bit) {
    for (byte b : bytes.getBytes(StandardCharsets.US_ASCII)) {
      table[b] |= (byte) bit;
    }
  }

  /** The languages whose trace the line may begin, as bits. */
  static int candidates(Line line) {
    return BY_FIRST[line.first()] | BY_LAST[line.last()];
  }

  boolean isAmong(int candidates) {
    return (candidates & bit) != 0;
  }

  private final int bit;

  @SuppressWarnings("ImmutableEnumChecker") // dialects have no state
  private final Dialect dialect;

  Language(int bit, Dialect dialect) {
    this.bit = bit;
    this.dialect = dialect;
  }

  /** The lower-case name, as in the conformance vectors. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  Dialect dialect() {
    return dialect;
  }
}
