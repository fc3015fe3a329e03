package dev.winnow.cli.follow;

import dev.winnow.cli.analysis.News;
import dev.winnow.cli.analysis.Overview;
import java.util.function.IntFunction;

/** Where one who follows logs sees what comes. */
interface Display {
  /** Tells what is new. */
  void tell(News news);

  /** Tells why an input is read no further. */
  void complain(String problem);

  /**
   * Shows how things stand; called again and again.
   *
   * @param isCaughtUp whether all was read that was there when the following began
   * @param overview gives an overview with so many templates
   */
  void show(boolean isCaughtUp, IntFunction<Overview> overview);

  /** Leaves the terminal as it was. */
  void close();
}
