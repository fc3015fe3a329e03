package com.acme.shop;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Throws one exception of each shape that the JDK prints. The argument names the shape. */
public final class Checkout {
  static final class PaymentException extends RuntimeException {
    PaymentException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static final class Session implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalStateException("session 42 already closed", new java.io.IOException("broken pipe"));
    }
  }

  interface Gateway {
    void charge(int cents);
  }

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "uncaught" -> pay(-5);
      case "chain" -> chain();
      case "suppressed" -> suppressed();
      case "lambda" -> List.of(1, 2, -3).stream().map(i -> { check(i); return i; }).forEach(i -> {});
      case "anonymous" -> new Object() {
        void run() {
          new Runnable() {
            @Override
            public void run() {
              pay(-1);
            }
          }.run();
        }
      }.run();
      case "proxy" -> gateway().charge(-7);
      case "reflect" -> Checkout.class.getDeclaredMethod("pay", int.class).invoke(null, -9);
      case "virtual" -> {
        Thread thread = Thread.ofVirtual().name("checkout-1").start(() -> pay(-2));
        thread.join();
      }
      case "async" -> async();
      case "overflow" -> recurse(1);
      case "circular" -> circular();
      case "multiline" -> throw new IllegalArgumentException("cart is invalid:\n  - item 7 is gone\n  - total -5 is negative");
      case "nullpointer" -> System.out.println(((String) nothing()).length());
      case "loader" -> loader();
      case "dump" -> Thread.dumpStack();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  static Object nothing() {
    return null;
  }

  static void pay(int cents) {
    check(cents);
  }

  static void check(int cents) {
    if (cents < 0) {
      throw new IllegalArgumentException("amount must be positive: " + cents);
    }
  }

  static void chain() {
    try {
      try {
        pay(-5);
      } catch (IllegalArgumentException e) {
        throw new PaymentException("payment 7731 refused", e);
      }
    } catch (PaymentException e) {
      throw new IllegalStateException(e);
    }
  }

  static void suppressed() throws Exception {
    try (Session session = new Session()) {
      pay(-8);
    } catch (IllegalArgumentException e) {
      throw new PaymentException("checkout failed", e);
    }
  }

  static Gateway gateway() {
    InvocationHandler handler = (proxy, method, arguments) -> {
      check((Integer) arguments[0]);
      return null;
    };
    return (Gateway) Proxy.newProxyInstance(Checkout.class.getClassLoader(), new Class<?>[] {Gateway.class}, handler);
  }

  static void async() throws InterruptedException, ExecutionException {
    CompletableFuture.runAsync(() -> pay(-3)).get();
  }

  static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }

  static void circular() {
    RuntimeException a = new RuntimeException("a");
    RuntimeException b = new RuntimeException("b", a);
    a.initCause(b);
    throw a;
  }

  static void loader() {
    RuntimeException e = new RuntimeException("replayed");
    e.setStackTrace(new StackTraceElement[] {
      new StackTraceElement("app", null, null, "com.acme.shop.Checkout", "pay", "Checkout.java", 64),
      new StackTraceElement("app", "shop.web", "1.4.0", "com.acme.shop.web.Page", "render", "Page.java", 12),
      new StackTraceElement(null, "java.base", "25", "java.lang.Thread", "run", "Thread.java", 1474),
    });
    throw e;
  }
}
