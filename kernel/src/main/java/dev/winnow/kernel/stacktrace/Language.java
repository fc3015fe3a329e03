package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A family of languages whose runtime prints stack traces in one way. */
public enum Language {
  /** Java, Kotlin, Scala, Groovy, Clojure: whatever runs on a Java virtual machine or Android. */
  JAVA(new JavaDialect()),
  /** JavaScript and TypeScript, as V8, SpiderMonkey and JavaScriptCore print them. */
  JAVASCRIPT(new JavaScriptDialect()),
  /** C#, F# and Visual Basic, on .NET, .NET Framework and Mono. */
  DOTNET(new DotnetDialect()),
  /** CPython and PyPy. */
  PYTHON(new PythonDialect()),
  /** Go, with the traces of {@code github.com/pkg/errors}. */
  GO(new GoDialect()),
  /** Ruby, in either order. */
  RUBY(new RubyDialect()),
  /** PHP, with the traces that Monolog and Laravel write. */
  PHP(new PhpDialect());

  static final Language[] ALL = values();

  /** The languages whose trace may begin with a line that begins or ends with a byte, as bits. */
  private static final byte[] BY_FIRST = new byte[256];

  private static final byte[] BY_LAST = new byte[256];

  static {
    for (Language language : ALL) {
      int bit = 1 << language.ordinal();
      mark(BY_FIRST, language.dialect.firstBytes(), bit);
      mark(BY_LAST, language.dialect.lastBytes(), bit);
    }
  }

  private static void mark(byte[] table, String bytes, int bit) {
    for (byte b : bytes.getBytes(StandardCharsets.US_ASCII)) {
      table[b] |= (byte) bit;
    }
  }

  /** The languages whose trace the line may begin, as bits, by ordinal. */
  static int candidates(Line line) {
    return BY_FIRST[line.first()] | BY_LAST[line.last()];
  }

  boolean isAmong(int candidates) {
    return (candidates & (1 << ordinal())) != 0;
  }

  private final Dialect dialect;

  Language(Dialect dialect) {
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
