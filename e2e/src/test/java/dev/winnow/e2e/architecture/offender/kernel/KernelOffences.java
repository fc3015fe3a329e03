package dev.winnow.e2e.architecture.offender.kernel;

import dev.winnow.e2e.architecture.offender.core.CoreOffences;
import dev.winnow.kernel.WinnowException;

/** What the kernel must not do. */
public final class KernelOffences {
  private KernelOffences() {}

  /** Uses a module that is built on the kernel. */
  public static final class UsesCore {
    /** A name that the compiler does not copy. */
    public Class<?> used() {
      return CoreOffences.class;
    }
  }

  /** Uses a library. */
  public static final class UsesLibrary {
    /** The library's class. */
    public Class<?> used() {
      return picocli.CommandLine.class;
    }
  }

  /** Uses a class outside of the root package. */
  public static final class UsesStranger {
    /** The class. */
    public Class<?> used() {
      return WinnowException.class;
    }
  }
}
