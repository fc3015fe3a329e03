package dev.winnow.kernel.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that CapturedTracesTest has not, in the layouts that the runtimes document. */
class StackTraceTest {
  private static void reads(String body, String expected) {
    assertThat(TraceText.of(body)).isEqualTo(expected);
  }

  @Nested
  class Java {
    @Test
    void findsTheNameBehindAnyLayout() {
      reads(
          """
          2026-11-21 10:00:00 [main] ERROR c.a.Foo - failed: java.io.IOException: disk full
          java.io.IOException: disk full
          \tat com.acme.Foo.write(Foo.java:7)
          """,
          """
          java
          said 2026-11-21 10:00:00 [main] ERROR c.a.Foo - failed: java.io.IOException: disk full
          thrown [java.io.IOException] disk full
            + com.acme.Foo | write | Foo.java:7
          """);
    }

    @Test
    void takesTheFirstNameOfALineThatHoldsSeveral() {
      reads(
          """
          ERROR failed java.lang.RuntimeException: java.io.IOException: disk full
          \tat com.acme.Foo.write(Foo.java:7)
          """,
          """
          java
          said ERROR failed
          thrown [java.lang.RuntimeException] java.io.IOException: disk full
            + com.acme.Foo | write | Foo.java:7
          """);
    }

    @Test
    void takesAnyQualifiedNameRightAboveTheFrames() {
      reads(
          """
          com.acme.Oops: it broke
          \tat com.acme.Foo.write(Foo.java:7)
          """,
          """
          java
          thrown [com.acme.Oops] it broke
            + com.acme.Foo | write | Foo.java:7
          """);
    }

    @Test
    void readsFramesWithoutAName() {
      reads(
          """
          slow request, now at
          \tat java.base@21/java.lang.Object.wait(Native Method)
          \t- waiting on <0x000000070f0a3c10> (a java.lang.Object)
          \tat com.acme.Pool.take(Pool.java:31)
          \t- locked <0x000000070f0a3c10> (a java.lang.Object)
          """,
          """
          java
          said slow request, now at
          thrown []
              java.lang.Object | wait
            + com.acme.Pool | take | Pool.java:31
          """);
    }

    @Test
    void readsWhatEncodersShorten() {
      reads(
          """
          c.a.OrderException: order 7
          \tat com.acme.Foo.a(Foo.java:1) [3 skipped]
          \t... 5 frames excluded
          \tat com.acme.Foo.b(Foo.java:2)
          \t... 27 frames truncated (including 3 common frames)
          Caused by: java.io.IOException: disk full
          \tat com.acme.Foo.c(Foo.java:3) ~[classes!/:na]
          \t... 2 common frames omitted
          """,
          """
          java
          thrown [c.a.OrderException] order 7
            + com.acme.Foo | a | Foo.java:1
            + com.acme.Foo | b | Foo.java:2
              32 more
          caused by [java.io.IOException] disk full
            + com.acme.Foo | c | Foo.java:3
              2 more
          """);
    }

    @Test
    void readsNamesThatCompilersAndPeopleMakeUp() {
      reads(
          """
          java.lang.AssertionError: expected 1
          \tat com.acme.FooTest.it should add up(FooTest.kt:9)
          \tat com.acme.Foo$$Lambda/0x00007f0a3c10.run(Unknown Source)
          \tat com.acme.Größe.größer(Größe.java:4)
          \tat com.acme.Foo.<init>(Foo.java:3)
          \tat a.b.c(SourceFile:12)
          \tat user$eval17.invoke(NO_SOURCE_FILE:1)
          """,
          """
          java
          thrown [java.lang.AssertionError] expected 1
            + com.acme.FooTest | it should add up | FooTest.kt:9
            + com.acme.Foo$$Lambda/0x00007f0a3c10 | run
            + com.acme.Größe | größer | Größe.java:4
            + com.acme.Foo | <init> | Foo.java:3
            + a.b | c | SourceFile:12
            + user$eval17 | invoke | NO_SOURCE_FILE:1
          """);
    }

    @Test
    void keepsALongMessageWithItsException() {
      reads(
          """
          start failed
          com.acme.ConfigException: 2 errors

          1. port: not a number
          2. host: missing
          \tat com.acme.Config.read(Config.java:5)
          Caused by: java.lang.NumberFormatException: For input string:
          "80a"
          \tat java.base/java.lang.Integer.parseInt(Integer.java:652)
          """,
          """
          java
          said start failed
          thrown [com.acme.ConfigException] 2 errors\\n\\n1. port: not a number\\n2. host: missing
            + com.acme.Config | read | Config.java:5
          caused by [java.lang.NumberFormatException] For input string:\\n"80a"
              java.lang.Integer | parseInt | Integer.java:652
          """);
    }

    @Test
    void leavesWhatFollowsTheTrace() {
      reads(
          """
          java.io.IOException: disk full
          \tat com.acme.Foo.write(Foo.java:7)
          retrying in 5 s
          """,
          """
          java
          thrown [java.io.IOException] disk full
            + com.acme.Foo | write | Foo.java:7
          left retrying in 5 s
          """);
    }

    @Test
    void nestsSuppressedExceptionsWithTheirCauses() {
      reads(
          """
          a.AException
          \tat a.A.a(A.java:1)
          \tSuppressed: b.BException: b
          \t\tat b.B.b(B.java:1)
          \tCaused by: c.CException: c
          \t\tat c.C.c(C.java:1)
          Caused by: d.DException: d
          \tat d.D.d(D.java:1)
          """,
          """
          java
          thrown [a.AException]
            + a.A | a | A.java:1
          caused by [d.DException] d
            + d.D | d | D.java:1
          beside [b.BException] b
            + b.B | b | B.java:1
          beside [c.CException] c
            + c.C | c | C.java:1
          """);
    }

    @Test
    void readsEscapedLineBreaks() {
      reads(
          "failed java.io.IOException: disk full\\r\\n\\tat a.A.a(A.java:1)\\r\\n\\tat a.A.b(A.java:2)",
          """
          java
          said failed
          thrown [java.io.IOException] disk full
            + a.A | a | A.java:1
            + a.A | b | A.java:2
          """);
      reads(
          "failed java.io.IOException: disk full#012#011at a.A.a(A.java:1)#012#011at a.A.b(A.java:2)",
          """
          java
          said failed
          thrown [java.io.IOException] disk full
            + a.A | a | A.java:1
            + a.A | b | A.java:2
          """);
    }
  }

  @Nested
  class Dotnet {
    @Test
    void readsInnerExceptionsAndPlaces() {
      reads(
          """
          Unhandled exception. System.InvalidOperationException: checkout failed
           ---> Acme.Shop.PaymentException: payment 7731 refused (Parameter 'cents')
             at Acme.Shop.Cart.Check(Int32 cents) in /src/Shop/Cart.cs:line 21
             at Acme.Shop.Cart.PayLater(Int32 cents) in C:\\src\\My Shop\\Cart.cs:line 26
             --- End of inner exception stack trace ---
             at Acme.Shop.Program.Main(String[] args) in /src/Shop/Program.cs:line 9
          """,
          """
          dotnet
          thrown [System.InvalidOperationException] checkout failed
            + Acme.Shop.Program | Main | /src/Shop/Program.cs:9
          caused by [Acme.Shop.PaymentException] payment 7731 refused (Parameter 'cents')
            + Acme.Shop.Cart | Check | /src/Shop/Cart.cs:21
            + Acme.Shop.Cart | PayLater | C:\\src\\My Shop\\Cart.cs:26
          """);
    }

    @Test
    void readsNamesThatTheCompilerMakesUp() {
      reads(
          """
          fail: Acme.Shop[0]
                checkout of order 99 failed
                System.NullReferenceException: Object reference not set to an instance of an object.
                   at Acme.Cart`1.<>c__DisplayClass3_0.<Pay>b__0(KeyValuePair`2 p)
                   at System.Linq.Enumerable.SelectListIterator`2.MoveNext()
                   at Acme.Cart`1.<PayLater>d__5.MoveNext()
                --- End of stack trace from previous location ---
                   at Acme.Cart`1..ctor(String name, Dictionary`2 rates)
                   at Acme.Program.<Main>$(String[] args)
                   at lambda_method12(Closure , Object , HttpContext )
          """,
          """
          dotnet
          said fail: Acme.Shop[0]\\n      checkout of order 99 failed
          thrown [System.NullReferenceException] Object reference not set to an instance of an object.
            + Acme.Cart`1.<>c__DisplayClass3_0 | <Pay>b__0
              System.Linq.Enumerable.SelectListIterator`2 | MoveNext
            + Acme.Cart`1.<PayLater>d__5 | MoveNext
            + Acme.Cart`1 | .ctor
            + Acme.Program | <Main>$
            + lambda_method12
          """);
    }

    @Test
    void takesTheFirstOfSeveralInnerExceptionsForTheCause() {
      reads(
          """
          System.AggregateException: One or more errors occurred. (a) (b)
           ---> System.ArgumentException: a
             at Acme.Cart.A(Int32 x)
             --- End of inner exception stack trace ---
             at System.Threading.Tasks.Task.WaitAll(Task[] tasks)
           ---> (Inner Exception #1) System.FormatException: b
           ---> System.IO.IOException: c
             --- End of inner exception stack trace ---
             at Acme.Cart.B(Int32 x)<---
          """,
          """
          dotnet
          thrown [System.AggregateException] One or more errors occurred. (a) (b)
              System.Threading.Tasks.Task | WaitAll
          caused by [System.ArgumentException] a
            + Acme.Cart | A
          beside [System.FormatException] b
            + Acme.Cart | B
          beside [System.IO.IOException] c
          """);
    }

    @Test
    void readsInnerExceptionsInOneLine() {
      reads(
          """
          System.Exception: a ---> B.BException: b ---> C.CException: c
             at C.D.E(Int32 f)
             --- End of inner exception stack trace ---
             at B.D.E(Int32 f)
             --- End of inner exception stack trace ---
             at A.D.E(Int32 f)
          """,
          """
          dotnet
          thrown [System.Exception] a
            + A.D | E
          caused by [B.BException] b
            + B.D | E
          caused by [C.CException] c
            + C.D | E
          """);
    }
  }

  @Nested
  class Python {
    @Test
    void readsASyntaxErrorWithoutATraceback() {
      reads(
          """
            File "/srv/app.py", line 3
              def f(:
                    ^
          SyntaxError: invalid syntax
          """,
          """
          python
          thrown [SyntaxError] invalid syntax
            +  | /srv/app.py:3
          """);
    }

    @Test
    void readsATracebackWhoseBeginningWasCut() {
      reads(
          """
          worker died
            File "/srv/app.py", line 8, in run
              work()
            File "/srv/app.py", line 3, in work
              raise KeyError('a')
          KeyError: 'a'
          """,
          """
          python
          said worker died
          thrown [KeyError] 'a'
            + work | /srv/app.py:3
            + run | /srv/app.py:8
          """);
    }

    @Test
    void tellsLibrariesByTheirDirectory() {
      reads(
          """
          Traceback (most recent call last):
            File "/opt/venv/lib/python3.12/site-packages/flask/app.py", line 9, in wsgi
            File "/usr/lib/python3/dist-packages/six.py", line 8, in reraise
            File "<frozen importlib._bootstrap>", line 7, in _find
            File "C:\\Python311\\Lib\\json\\decoder.py", line 6, in decode
            File "<string>", line 1, in <module>
            File "lib/pay.py", line 5, in pay
          pay.Declined
          """,
          """
          python
          thrown [pay.Declined]
            + pay | lib/pay.py:5
            + <module> | <string>:1
              decode | C:\\Python311\\Lib\\json\\decoder.py:6
              _find | <frozen importlib._bootstrap>:7
              reraise | /usr/lib/python3/dist-packages/six.py:8
              wsgi | /opt/venv/lib/python3.12/site-packages/flask/app.py:9
          """);
    }

    @Test
    void readsAGroupInsideAChain() {
      reads(
          """
          Traceback (most recent call last):
            File "/a.py", line 1, in a
          KeyError: 'k'

          During handling of the above exception, another exception occurred:

            + Exception Group Traceback (most recent call last):
            |   File "/b.py", line 2, in b
            | ExceptionGroup: two (2 sub-exceptions)
            +-+---------------- 1 ----------------
              | Traceback (most recent call last):
              |   File "/c.py", line 3, in c
              | ValueError: 1
              +---------------- 2 ----------------
              | TypeError: 2
              +------------------------------------

          The above exception was the direct cause of the following exception:

          Traceback (most recent call last):
            File "/d.py", line 4, in d
          RuntimeError: all
          """,
          """
          python
          thrown [RuntimeError] all
            + d | /d.py:4
          caused by [ExceptionGroup] two (2 sub-exceptions)
            + b | /b.py:2
          caused by [KeyError] 'k'
            + a | /a.py:1
          beside [ValueError] 1
            + c | /c.py:3
          beside [TypeError] 2
          """);
    }

    @Test
    void endsAMessageWhereAnotherLanguagesTraceBegins() {
      reads(
          """
          Traceback (most recent call last):
            File "/srv/job.py", line 3, in run
          py4j.protocol.Py4JJavaError: An error occurred while calling o40.load.
          : java.io.FileNotFoundException: s3a://bucket/x
          \tat org.apache.hadoop.fs.s3a.S3AFileSystem.open(S3AFileSystem.java:1)
          """,
          """
          python
          thrown [py4j.protocol.Py4JJavaError] An error occurred while calling o40.load.\\n\
          : java.io.FileNotFoundException: s3a://bucket/x
            + run | /srv/job.py:3
          left at org.apache.hadoop.fs.s3a.S3AFileSystem.open(S3AFileSystem.java:1)
          """);
    }
  }

  @Nested
  class Go {
    @Test
    void keepsTheFirstGoroutineOnly() {
      reads(
          """
          fatal error: concurrent map writes

          goroutine 6 [running]:
          main.(*Cache[...]).Put(0xc000012345, {0x1, 0x2})
          \t/srv/cache.go:9 +0x1d
          ...additional frames elided...
          created by main.main in goroutine 1
          \t/srv/main.go:3 +0x2a

          goroutine 1 [select, 2 minutes]:
          main.main()
          \t/srv/main.go:8 +0x11
          exit status 2
          """,
          """
          go
          thrown [fatal error] concurrent map writes
            + main | (*Cache[...]).Put | /srv/cache.go:9
          """);
    }

    @Test
    void tellsTheStandardLibraryAndModules() {
      reads(
          """
          panic: boom

          goroutine 1 [running]:
          encoding/json.(*decodeState).value(0xc0, {0x1})
          \t/opt/go1.22/src/encoding/json/decode.go:1 +0x1
          github.com/gin-gonic/gin.(*Context).Next(...)
          \t/root/go/pkg/mod/github.com/gin-gonic/gin@v1.9.1/context.go:2
          example.com/app/vendor/gopkg.in/yaml%2ev3.handle()
          \t/srv/app/vendor/gopkg.in/yaml.v3/yaml.go:3 +0x1
          example.com/app/log.(*Sink).Write(0x1)
          \texample.com/app/log/sink.go:4 +0x1
          """,
          """
          go
          thrown [panic] boom
              encoding/json | (*decodeState).value | /opt/go1.22/src/encoding/json/decode.go:1
              github.com/gin-gonic/gin | (*Context).Next | /root/go/pkg/mod/github.com/gin-gonic/gin\
          @v1.9.1/context.go:2
              example.com/app/vendor/gopkg.in/yaml%2ev3 | handle | /srv/app/vendor/gopkg.in/yaml.v3/\
          yaml.go:3
            + example.com/app/log | (*Sink).Write | example.com/app/log/sink.go:4
          """);
    }

    @Test
    void readsThePanicOfACrashWithASignal() {
      reads(
          """
          panic: runtime error: invalid memory address or nil pointer dereference [recovered]
          \tpanic: again
          [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x45]

          goroutine 1 [running]:
          main.f()
          \t/srv/main.go:8 +0x11

          rax    0x0
          rip    0x46f1d3
          """,
          """
          go
          thrown [panic] again
            + main | f | /srv/main.go:8
          caused by [runtime error] invalid memory address or nil pointer dereference
          """);
    }
  }

  @Nested
  class JavaScript {
    @Test
    void readsFramesOfBrowsers() {
      reads(
          """
          Uncaught (in promise) TypeError: t is not a function
              at HTMLButtonElement.<anonymous> (https://shop.example/static/js/main.8f3a2b1c.js:1:2345)
              at webpack-internal:///./src/cart.js:10:7
              at async Promise.all (index 0)
              at file:///C:/app/pay.mjs:3:9
          """,
          """
          javascript
          thrown [TypeError] t is not a function
            + HTMLButtonElement.<anonymous> | https://shop.example/static/js/main.8f3a2b1c.js:1
            +  | webpack-internal:///./src/cart.js:10
              Promise.all
            +  | file:///C:/app/pay.mjs:3
          """);
    }

    @Test
    void readsFramesOfFirefoxAndSafari() {
      reads(
          """
          Error: no
          pay@https://shop.example/cart.js:3:9
          async*later/<@https://shop.example/cart.js:8:1
          forEach@[native code]
          @https://shop.example/cart.js:12:3
          """,
          """
          javascript
          thrown [Error] no
            + pay | https://shop.example/cart.js:3
            + later | https://shop.example/cart.js:8
              forEach
            +  | https://shop.example/cart.js:12
          """);
    }

    @Test
    void readsCausesOfCausesAndProperties() {
      reads(
          """
          failed Error: a
              at f (/srv/a.js:1:1) {
            code: 'E',
            details: { retry: [
                1
              ]
            },
            [cause]: TypeError [ERR_X]: b
                at g (/srv/b.js:2:2)
                at h (/srv/b.js:3:3) {
              [cause]: MyError: c
                  at i (/srv/c.js:4:4)
            }
          }
          """,
          """
          javascript
          said failed
          thrown [Error] a
            + f | /srv/a.js:1
          caused by [TypeError] b
            + g | /srv/b.js:2
            + h | /srv/b.js:3
          caused by [MyError] c
            + i | /srv/c.js:4
          """);
    }

    @Test
    void takesAnyCapitalisedNameRightAboveTheFrames() {
      reads(
          """
          Trace: where am I
              at f (/srv/a.ts:1:1)
          """,
          """
          javascript
          thrown [Trace] where am I
            + f | /srv/a.ts:1
          """);
    }
  }

  @Nested
  class Ruby {
    @Test
    void readsQualifiedMethods() {
      reads(
          """
          /srv/app/cart.rb:14:in 'Shop::Cart#check': amount (1) is wrong (Shop::PaymentError)
          \tfrom /srv/app/cart.rb:10:in 'block (2 levels) in Shop::Cart#pay'
          \tfrom /usr/lib/ruby/gems/3.4.0/gems/rack-3.1/lib/rack.rb:7:in 'Rack.call'
          \tfrom <internal:array>:42:in 'Array#each'
          """,
          """
          ruby
          thrown [Shop::PaymentError] amount (1) is wrong
            + Shop::Cart | check | /srv/app/cart.rb:14
            + block (2 levels) in Shop::Cart | pay | /srv/app/cart.rb:10
              Rack | call | /usr/lib/ruby/gems/3.4.0/gems/rack-3.1/lib/rack.rb:7
              Array | each | <internal:array>:42
          """);
    }

    @Test
    void readsABacktraceBelowANameAndAMessage() {
      reads(
          """
          ERROR job 7: Shop::PaymentError: card expired
          app/cart.rb:14:in `check'
          app/cart.rb:10:in `pay'
          """,
          """
          ruby
          said ERROR job 7:
          thrown [Shop::PaymentError] card expired
            + check | app/cart.rb:14
            + pay | app/cart.rb:10
          """);
    }

    @Test
    void readsHighlightedSourceAndSuggestions() {
      reads(
          """
          app.rb:3:in `f': undefined method `foo' for nil:NilClass (NoMethodError)

              nil.foo
                 ^^^^
          Did you mean?  for
          \tfrom app.rb:9:in `<main>'
          """,
          """
          ruby
          thrown [NoMethodError] undefined method `foo' for nil:NilClass
            + f | app.rb:3
            + <main> | app.rb:9
          """);
    }
  }

  @Nested
  class Php {
    @Test
    void readsArgumentsAndClosures() {
      reads(
          """
          PHP Fatal error:  Uncaught PDOException: gone (in tx) in /srv/app/Db.php:5
          Stack trace:
          #0 /srv/app/Db (old).php(5): PDO->query('SELECT (1): x')
          #1 /srv/vendor/acme/pool/Pool.php(9): App\\Db::run(Object(Closure), 3)
          #2 [internal function]: App\\Job->{closure:App\\Job::handle():12}('a', 'b')
          #3 /srv/app/job.php(3): class@anonymous->handle()
          #4 /srv/public/index.php(2): require_once('/srv/app/job.ph...')
          #5 {main}
            thrown in /srv/app/Db.php on line 5
          """,
          """
          php
          thrown [PDOException] gone (in tx)
            + PDO | query | /srv/app/Db.php:5
            + App\\Db | run | /srv/app/Db (old).php:5
              App\\Job | {closure:App\\Job::handle():12} | /srv/vendor/acme/pool/Pool.php:9
              class@anonymous | handle
            + require_once | /srv/app/job.php:3
            + {main} | /srv/public/index.php:2
          """);
    }

    @Test
    void readsLaravelsChain() {
      reads(
          """
          [2026-11-21 10:00:00] local.ERROR: refused {"exception":"[object] (App\\\\Refused(code: 7): \
          refused at /srv/app/Pay.php:9)
          [stacktrace]
          #0 /srv/app/Pay.php(4): App\\\\Pay->run()
          #1 {main}

          [previous exception] [object] (PDOException(code: 0): gone at /srv/app/Db.php:5)
          [stacktrace]
          #0 /srv/app/Pay.php(8): App\\\\Db->query()
          #1 {main}
          "}
          """,
          """
          php
          said [2026-11-21 10:00:00] local.ERROR: refused {"exception":"
          thrown [App\\\\Refused] refused
            + App\\\\Pay | run | /srv/app/Pay.php:9
            + {main} | /srv/app/Pay.php:4
          caused by [PDOException] gone
            + App\\\\Db | query | /srv/app/Db.php:5
            + {main} | /srv/app/Pay.php:8
          """);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "one line",
        "it broke at foo(bar.java:1)",
        "java.io.IOException: disk full",
        "\tat com.acme.Foo.write(Foo.java:7)",
        "see the docs\nat foo(bar.java:1) it says so",
        "met\nat com.acme.Foo.write(Foo.java:7) and went on",
        "met\nat noon (10:20:30)",
        "met\nat 2026-11-21T10:20:30",
        "met\nat 10/11/26 10:20:30",
        "call\nat Foo.Bar (see above)",
        "notes\nCaused by: human error",
        "notes\nSuppressed: none\n... and 3 more",
        "mail\nuser@host.example:80:90",
        "goroutine 7\n[running]: yes",
        "list\n#0 first\n#1 second (of 2): last",
        "from a to b\n\tfrom b:3 to 'c'",
        "Traceback (most recent call last):",
        "Traceback (most recent call last):\nnothing here",
        "hosts\nexample.com\n\texample.org",
        "SELECT 1\n  FROM a\n WHERE b = 'c'",
        "{\n  \"at\": \"a.b.c(D.java:1)\"\n}",
      })
  void seesNoTraceInOrdinaryText(String body) {
    reads(body, "no trace\n");
  }

  @Test
  void namesOutermostAndRootCause() {
    StackTrace trace =
        StackTrace.parse("a.AException: x\n\tat a.A.a(A.java:1)\nCaused by: b.BException: y\n")
            .orElseThrow();
    assertThat(trace.outermost().message()).isEqualTo("x");
    assertThat(trace.rootCause().type()).isEqualTo("b.BException");
    assertThat(trace.thrownCount()).isEqualTo(2);
  }
}
