package dev.winnow.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component of a configuration record that users can set. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {
  /** The value of whoever sets none, as one would write it. */
  String byDefault();

  /** What it is for: a sentence. */
  String meaning();

  /** Another environment variable that sets it, by which others know it; empty if there is none. */
  String alias() default "";

  /** Whether its value is never shown. */
  boolean secret() default false;
}
