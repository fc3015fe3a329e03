package dev.winnow.cli.follow;

import dev.winnow.cli.analysis.News;
import dev.winnow.cli.analysis.Overview;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.TimeOption;
import dev.winnow.cli.console.Window;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/** A summary on a terminal that stays up to date. */
final class LiveView implements Display {
  /** More news than a window has rows. */
  private static final int MAX_NEWS = 200;

  /** The size of the window is asked for, which starts a process, only once in so many pictures. */
  private static final int PICTURES_PER_SIZE = 2;

  private final Console console;
  private final Window window;
  private final Screen screen;
  private final Picture picture;
  private final Rate rate = new Rate();
  private final Deque<News> news = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private Window.Size size = Window.USUAL;
  private int pictures;
  private long told;
  private long since;

  LiveView(Console console, Window window, List<String> names) {
    this.console = console;
    this.window = window;
    this.screen = new Screen(console.out());
    this.picture = new Picture(console, names);
  }

  @Override
  public void tell(News one) {
    told++;
    news.addFirst(one);
    if (news.size() > MAX_NEWS) {
      news.removeLast();
    }
  }

  @Override
  public void complain(String problem) {
    problems.add(problem);
  }

  @Override
  public void show(boolean isCaughtUp, IntFunction<Overview> overview) {
    if (pictures++ % PICTURES_PER_SIZE == 0) {
      Window.Size now = window.size();
      if (!now.equals(size)) {
        screen.forget();
        size = now;
      }
    }
    Overview current = overview.apply(size.rows());
    if (isCaughtUp) {
      since = since == 0 ? TimeOption.nanos(Instant.now()) : since;
      rate.note(System.nanoTime(), current.records());
    }
    screen.draw(picture.of(size, current, rate, List.copyOf(news), told, since, problems));
  }

  @Override
  public void close() {
    screen.close();
    problems.forEach(console::say);
  }
}
