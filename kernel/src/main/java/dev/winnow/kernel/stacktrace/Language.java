package dev.winnow.kernel.stacktrace;

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
