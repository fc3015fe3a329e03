package dev.winnow.e2e.architecture.offender.core;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** What algorithms must not do. */
public final class CoreOffences {
  private CoreOffences() {}

  static final class UsesStreams {
    Object offend() {
      return new ByteArrayOutputStream();
    }
  }

  static final class UsesPaths {
    Object offend() {
      return Path.of("a");
    }
  }

  static final class UsesNetwork {
    Object offend() {
      return URI.create("a");
    }
  }

  static final class UsesLogger {
    Object offend() {
      return Logger.getLogger("a");
    }
  }

  static final class UsesSystemLogger {
    Object offend() {
      return System.getLogger("a");
    }
  }

  static final class ReadsMillis {
    long offend() {
      return System.currentTimeMillis();
    }
  }

  static final class ReadsNanos {
    long offend() {
      return System.nanoTime();
    }
  }

  static final class ReadsInstant {
    Object offend() {
      return Instant.now();
    }
  }

  static final class ReadsClock {
    Object offend() {
      return Clock.systemUTC();
    }
  }

  static final class DrawsFromMath {
    double offend() {
      return Math.random();
    }
  }

  static final class DrawsUuid {
    Object offend() {
      return UUID.randomUUID();
    }
  }

  static final class DrawsFromThread {
    int offend() {
      return ThreadLocalRandom.current().nextInt();
    }
  }

  static final class DrawsUnseeded {
    Object offend() {
      return new Random();
    }
  }

  static final class DrawsSeeded {
    Object obey() {
      return new Random(1);
    }
  }

  static final class UsesPattern {
    Object offend() {
      return Pattern.compile("a");
    }
  }

  static final class UsesPatternInString {
    Object offend() {
      return "aa".replaceAll("a", "b");
    }
  }
}
