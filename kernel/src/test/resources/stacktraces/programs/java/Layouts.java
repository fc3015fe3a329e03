package com.acme.shop;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/** Logs one chained exception, thrown behind a CGLIB proxy, in the pattern of the first argument. */
public class Layouts {
  public static class Orders {
    public void place(int id) {
      try {
        reserve(id);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("order " + id + " was not placed", e);
      }
    }

    void reserve(int id) {
      throw new IllegalArgumentException("item " + id + " is gone");
    }
  }

  static Orders proxied() {
    ProxyFactory factory = new ProxyFactory(new Orders());
    factory.setProxyTargetClass(true);
    factory.addAdvice((MethodInterceptor) invocation -> invocation.proceed());
    return (Orders) factory.getProxy();
  }

  public static void main(String[] args) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.setPackagingDataEnabled(args.length > 1);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(args[0]);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    Logger logger = context.getLogger("com.acme.shop.Orders");
    logger.addAppender(appender);
    try {
      proxied().place(7);
    } catch (IllegalStateException e) {
      logger.error("checkout of order 99 failed", e);
    }
  }
}
