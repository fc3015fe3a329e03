package dev.winnow.kernel.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static long fingerprint(String body) {
    return StackTrace.parse(body).orElseThrow().fingerprint();
  }

  private static String signature(String body) {
    return StackTrace.parse(body).orElseThrow().signature();
  }

  private static void same(String one, String other) {
    assertThat(signature(other)).isEqualTo(signature(one));
    assertThat(fingerprint(other)).isEqualTo(fingerprint(one));
  }

  private static void differ(String one, String other) {
    assertThat(fingerprint(other)).isNotEqualTo(fingerprint(one));
  }

  @TestFactory
  Stream<DynamicTest> isTheSameWithOtherLineNumbersAndAddresses() {
    return CapturedTrace.all().stream()
        .filter(trace -> StackTrace.parse(trace.text()).isPresent())
        .map(trace ->
            DynamicTest.dynamicTest(
                trace.name(),
                () -> {
                  String moved = trace.text().replaceAll("(?<=[a-z>]:|, line |\\()(\\d+)", "1$1");
                  moved = moved.replaceAll("(?<=0x)[0-9a-f]+(?=[,?) \\n])", "c000abc");
                  same(trace.text(), moved);
                }));
  }

  @TestFactory
  Stream<DynamicTest> isTheSameInAnotherDirectory() {
    return CapturedTrace.all().stream()
        .filter(trace -> StackTrace.parse(trace.text()).isPresent())
        .map(trace ->
            DynamicTest.dynamicTest(
                trace.name(),
                () -> {
                  String unix = "/home/deploy/releases/20261121-4f3c2a1b/current/";
                  String moved = trace.text().replace("/srv/shop/", unix);
                  same(trace.text(), moved.replace("/usr/lib/python3", "/opt/py/lib/python3"));
                }));
  }

  @Nested
  class Java {
    private static final String TRACE =
        """
        java.lang.IllegalStateException: order 7
        \tat com.acme.Cart.check(Cart.java:7)
        \tat com.acme.Cart.pay(Cart.java:9)
        \tat com.acme.Shop.sell(Shop.java:3)
        \tat com.acme.Shop.open(Shop.java:2)
        \tat com.acme.Main.run(Main.java:4)
        \tat com.acme.Main.main(Main.java:1)
        """;

    @Test
    void holdsTypesAndTheTopFramesOfTheApplication() {
      assertThat(signature(TRACE))
          .isEqualTo(
              """
              !java.lang.IllegalStateException
              @com.acme.Cart.check
              @com.acme.Cart.pay
              @com.acme.Shop.sell
              @com.acme.Shop.open
              @com.acme.Main.run
              """);
    }

    @Test
    void passesOverLibrariesAndProxies() {
      same(
          TRACE,
          TRACE.replace(
              "\tat com.acme.Cart.pay",
              """
              \tat jdk.internal.reflect.GeneratedMethodAccessor12.invoke(Unknown Source)
              \tat java.base/java.lang.reflect.Method.invoke(Method.java:1)
              \tat org.springframework.aop.support.AopUtils.invoke(AopUtils.java:2)
              \tat com.acme.Cart$$SpringCGLIB$$0.pay(<generated>)
              \tat com.acme.Cart$$EnhancerBySpringCGLIB$$1a2b3c.pay(Unknown Source)
              \tat com.acme.$Proxy12.pay(Unknown Source)
              \tat com.acme.Cart$$Lambda/0x00007f0a3c10.run(Unknown Source)
              \tat com.acme.Cart.access$000(Cart.java:1)
              \tat com.acme.Cart_ClientProxy.pay(Unknown Source)
              \tat com.acme.Cart$ByteBuddy$Zx81.pay(Unknown Source)
              \tat com.acme.Cart.pay\
              """));
    }

    @Test
    void doesNotDependOnFramesBelowTheTop() {
      same(TRACE, TRACE.substring(0, TRACE.indexOf("\tat com.acme.Main.main")));
      same(TRACE, TRACE + "\tat com.acme.Other.main(Other.java:1)\n");
      same(TRACE, TRACE + "\t... 45 frames truncated\n");
    }

    @Test
    void doesNotDependOnMessages() {
      same(TRACE, "2026-11-21 ERROR order failed\n" + TRACE.replace("order 7", "order 8\nis gone"));
    }

    @Test
    void doesNotDependOnTheOrderOfCausesOrOnSharedFrames() {
      String full =
          """
          a.AException
          \tat a.A.a(A.java:1)
          \tat a.A.z(A.java:9)
          Caused by: b.BException: b
          \tat b.B.b(B.java:1)
          \tat a.A.a(A.java:2)
          \tat a.A.z(A.java:9)
          """;
      String shared = full.replace("(A.java:2)\n\tat a.A.z(A.java:9)", "(A.java:2)\n\t... 1 more");
      String reversed =
          """
          b.BException: b
          \tat b.B.b(B.java:1)
          \tat a.A.a(A.java:2)
          \t... 1 common frames omitted
          Wrapped by: a.AException
          \tat a.A.a(A.java:1)
          \tat a.A.z(A.java:9)
          """;
      same(full, shared);
      same(full, reversed);
      assertThat(signature(full))
          .isEqualTo("!a.AException\n!b.BException\n@b.B.b\n@a.A.a\n@a.A.z\n");
    }

    @Test
    void followsSharedFramesThroughSeveralExceptions() {
      String trace =
          """
          a.AException
          \tat a.A.a(A.java:1)
          \tat m.M.m(M.java:1)
          \tat m.M.main(M.java:2)
          Caused by: b.BException
          \tat b.B.b(B.java:1)
          \t... 2 more
          Caused by: c.CException
          \tat c.C.c(C.java:1)
          \t... 1 more
          """;
      assertThat(signature(trace)).endsWith("@c.C.c\n@m.M.main\n@b.B.b\n@m.M.m\n@a.A.a\n");
    }

    @Test
    void countsAFrameOnce() {
      String recursion = "\tat com.acme.Tree.walk(Tree.java:5)\n";
      String trace = "java.lang.StackOverflowError\n%s\tat com.acme.Main.main(Main.java:1)\n";
      same(trace.formatted(recursion.repeat(9)), trace.formatted(recursion.repeat(200)));
    }

    @Test
    void takesAnyFramesIfNoneIsOfTheApplication() {
      assertThat(
              signature(
                  """
                  java.net.ConnectException: refused
                  \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
                  \tat java.base/java.net.Socket.connect(Socket.java:659)
                  """))
          .isEqualTo(
              "!java.net.ConnectException\n@sun.nio.ch.Net.pollConnect\n@java.net.Socket.connect\n");
    }

    @Test
    void leavesOutWhatWasSuppressed() {
      same(
          TRACE,
          TRACE
              + "\tSuppressed: java.io.IOException: close\n\t\tat com.acme.Cart.close(Cart.java:1)\n");
    }

    @ParameterizedTest
    @CsvSource({
      "com.acme.Cart$1, run, com.acme.Cart.run",
      "com.acme.Cart$1$2, run, com.acme.Cart.run",
      "com.acme.Cart$Item, price, com.acme.Cart$Item.price",
      "com.acme.Cart, lambda$pay$12, com.acme.Cart.pay",
      "com.acme.Cart, <init>, com.acme.Cart.<init>",
      "com.acme.CartKt, main$lambda$0, com.acme.CartKt.main",
      "com.acme.CartKt, main$lambda-3, com.acme.CartKt.main",
      "com.acme.Cart$pay$1, invokeSuspend, com.acme.Cart$pay.invokeSuspend",
      "com.acme.Cart, pay$default, com.acme.Cart.pay",
      "com.acme.Cart$, $anonfun$pay$1$adapted, com.acme.Cart.pay",
      "com.acme.Cart$$anonfun$pay$1, apply$mcII$sp, com.acme.Cart$pay.apply",
      "com.acme.Cart$, total$lzycompute, com.acme.Cart.total",
      "com.acme.Cart$_pay_closure3, doCall, com.acme.Cart$_pay_closure.doCall",
      "user$eval1234, invoke, user$eval.invoke",
      "user$fn__871, invoke, user$fn.invoke",
    })
    void namesWhatIsInTheSource(String type, String method, String name) {
      String trace = "a.AException\n\tat %s.%s(Cart.java:1)\n".formatted(type, method);
      assertThat(signature(trace)).isEqualTo("!a.AException\n@" + name + '\n');
    }

    @Test
    void differsByTypeChainAndFrame() {
      differ(TRACE, TRACE.replace("IllegalState", "IllegalArgument"));
      differ(TRACE, TRACE.replace("Cart.check", "Cart.verify"));
      differ(TRACE, TRACE + "Caused by: java.io.IOException\n");
    }
  }

  @Nested
  class Dotnet {
    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "Acme.Cart.Pay(Int32 cents) ; Acme.Cart.Pay",
          "Acme.Cart`1.Pay[T](T cents) ; Acme.Cart.Pay",
          "Acme.Cart`1.<PayLater>d__5.MoveNext() ; Acme.Cart.PayLater",
          "Acme.Cart.<>c.<Pay>b__0_0(Int32 i) ; Acme.Cart.Pay",
          "Acme.Cart.<>c__DisplayClass3_0.<Pay>b__1() ; Acme.Cart.Pay",
          "Acme.Cart.<Pay>g__Check|3_0(Int32 i) ; Acme.Cart.Pay",
          "Acme.Program.<Main>$(String[] args) ; Acme.Program.Main",
          "Acme.Cart..ctor(String name) ; Acme.Cart.ctor",
          "Acme.Cart+Item.Price() ; Acme.Cart.Item.Price",
        })
    void namesWhatIsInTheSource(String frame, String name) {
      assertThat(signature("A.AException: x\n   at " + frame + '\n'))
          .isEqualTo("!A.AException\n@" + name + '\n');
    }

    @Test
    void passesOverCompiledExpressions() {
      same(
          "A.AException: x\n   at A.B.C(Int32 d)\n",
          "A.AException: x\n   at lambda_method12(Closure , Object )\n   at A.B.C(Int32 d)\n");
    }
  }

  @Nested
  class Go {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "main.main() | main.main",
          "main.main.func1(0xc000) | main.main",
          "main.main.func2.1() | main.main",
          "main.(*Cart[...]).Pay(...) | main.(*Cart).Pay",
          "example.com/a.b/cart.Total[...](...) | example.com/a.b/cart.Total",
          "main.init.0() | main.init",
          "main.run.gowrap1() | main.run",
          "main.run.deferwrap2() | main.run",
          "main.(*Cart).Pay-fm() | main.(*Cart).Pay",
        })
    void namesWhatIsInTheSource(String frame, String name) {
      String trace = "panic: x\n\ngoroutine 1 [running]:\n" + frame + "\n\t/srv/a.go:3 +0x1\n";
      assertThat(signature(trace)).isEqualTo("!panic\n@" + name + '\n');
    }

    @Test
    void beginsBelowThePanic() {
      String trace =
          "panic: x [recovered]\n\ngoroutine 1 [running]:\n%smain.pay()\n\t/srv/a.go:3 +0x1\n";
      same(
          trace.formatted(""),
          trace.formatted(
              "main.handle.func1()\n\t/srv/h.go:1 +0x2\npanic({0x1, 0x2})\n\t/go/panic.go:1 +0x3\n"));
    }
  }

  @Nested
  class JavaScript {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Cart.pay (/srv/a/cart.js:1:2) | cart:Cart.pay",
          "async Cart.pay (/srv/a/cart.js:1:2) | cart:Cart.pay",
          "Object.pay [as charge] (/srv/a/cart.js:1:2) | cart:Object.pay",
          "/srv/a/cart.js:1:2 | cart:<anonymous>",
          "t (https://x.example/static/main.8f3a2b1c.js:1:2) | main:t",
          "t (https://x.example/static/main-8f3a2b1c.js?v=3/4:1:2) | main:t",
          "t (webpack-internal:///./src/cart.test.ts:1:2) | cart.test:t",
        })
    void namesWhatIsInTheSource(String frame, String name) {
      assertThat(signature("Error: x\n    at " + frame + '\n'))
          .isEqualTo("!Error\n@" + name + '\n');
    }

    @Test
    void namesLibrariesByTheirPackage() {
      assertThat(
              signature(
                  """
                  Error: x
                      at f (/srv/node_modules/.pnpm/gw@1.2.3/node_modules/gw/lib/index.js:1:2)
                      at Module._compile (node:internal/modules/cjs/loader:1521:14)
                  """))
          .isEqualTo(
              "!Error\n@gw/lib/index:f\n@node:internal/modules/cjs/loader:Module._compile\n");
    }
  }

  @Nested
  class Python {
    @Test
    void namesLibrariesByTheirPackage() {
      assertThat(
              signature(
                  """
                  Traceback (most recent call last):
                    File "/opt/venv/lib/python3.12/site-packages/flask/app.py", line 9, in wsgi
                    File "/usr/lib/python3.11/json/decoder.py", line 6, in decode
                  ValueError
                  """))
          .isEqualTo("!ValueError\n@json/decoder:decode\n@flask/app:wsgi\n");
    }
  }

  @Nested
  class Ruby {
    @Test
    void namesTheMethodOfABlock() {
      assertThat(
              signature(
                  """
                  /a/cart.rb:1:in 'Shop::Cart#check': no (KeyError)
                  \tfrom /a/cart.rb:2:in 'block (2 levels) in Shop::Cart#pay'
                  \tfrom /a/shop.rb:3:in 'rescue in run'
                  """))
          .isEqualTo("!KeyError\n@cart:Shop::Cart#check\n@cart:Shop::Cart#pay\n@shop:run\n");
    }
  }

  @Nested
  class Php {
    @Test
    void namesClosuresAndAnonymousClassesWithoutTheirPlace() {
      assertThat(
              signature(
                  """
                  PHP Fatal error:  Uncaught A\\B: no in /srv/a.php:1
                  Stack trace:
                  #0 /srv/a.php(2): {closure:/srv/a.php:12}()
                  #1 /srv/a.php(3): A\\Base@anonymous/srv/a.php:7$0->run('x')
                  #2 {main}
                  """))
          .isEqualTo("!A\\B\n@a:{closure}\n@A\\Base@anonymous::run\n@a:{main}\n");
    }
  }
}
