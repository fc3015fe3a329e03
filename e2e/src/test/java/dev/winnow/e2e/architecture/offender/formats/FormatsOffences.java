package dev.winnow.e2e.architecture.offender.formats;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Date;
import java.util.Locale;

/** What no class outside the command line may do. */
@SuppressWarnings("DoNotCallSuggester")
final class FormatsOffences {
  private FormatsOffences() {}

  static final class ReadsVariable {
    Object offend() {
      return System.getenv();
    }
  }

  static final class ReadsProperty {
    Object offend() {
      return Boolean.getBoolean("a");
    }
  }

  static final class ReadsDefaultCharset {
    @SuppressWarnings("DefaultCharset")
    Object offend() {
      return Charset.defaultCharset();
    }
  }

  static final class ReadsLocale {
    Object offend() {
      return Locale.getDefault();
    }
  }

  static final class Prints {
    @SuppressWarnings("SystemOut")
    void offend() {
      System.out.println("a");
    }
  }

  static final class PrintsStackTrace {
    void offend(IllegalStateException cause) {
      cause.printStackTrace();
    }
  }

  static final class Exits {
    void offend() {
      System.exit(1);
    }
  }

  static final class Sleeps {
    void offend() throws InterruptedException {
      Thread.sleep(1);
    }
  }

  static final class UsesDate {
    @SuppressWarnings("JavaUtilDate")
    Object offend() {
      return new Date(0);
    }
  }

  static final class StreamHelper {}

  static final class TimeUtils {}

  static final class OwnException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class LawfulException extends WinnowException {
    private static final long serialVersionUID = 1L;

    LawfulException() {
      super(ErrorCode.INVALID_RECORD, "a");
    }
  }

  static final class ThrowsForeignException {
    Object offend() throws IOException {
      throw new IOException("a");
    }
  }

  @SuppressWarnings("InputStreamSlowMultibyteRead")
  static final class FailsAsStreamsDo extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("a");
    }
  }

  static final class DeclaresBareException {
    void offend() throws Exception {
      throw new IllegalStateException("a");
    }
  }

  static final class ThrowsProgrammingError {
    void obey() {
      throw new IndexOutOfBoundsException("a");
    }
  }
}
