package com.acme.shop;

import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;

/** Logs one chained exception through Log4j 2 with the pattern of the first argument. */
public class Log4j {
  public static void main(String[] args) {
    var builder = ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.add(builder.newAppender("out", "Console").add(builder.newLayout("PatternLayout").addAttribute("pattern", args[0])));
    builder.add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef("out")));
    Configurator.initialize(builder.build());
    try {
      new Layouts.Orders().place(7);
    } catch (IllegalStateException e) {
      LogManager.getLogger("com.acme.shop.Orders").error("checkout of order 99 failed", e);
    }
  }
}
