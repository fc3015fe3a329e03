package dev.winnow.cli.follow;

import dev.winnow.cli.analysis.News;
import dev.winnow.cli.analysis.Overview;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Style;
import dev.winnow.cli.report.Moment;
import dev.winnow.kernel.json.JsonWriter;
import java.util.function.IntFunction;

/** A line for each thing that is new, as text or JSON, for a pipe or a file. */
final class NewsLines implements Display {
  private static final int MAX_COLUMNS = 500;

  private final Console console;
  private final Output out;
  private final Wording wording;
  private final Style style;
  private final boolean json;
  private boolean isTold;

  /** Lines that name the input if there are several. */
  NewsLines(Console console, boolean several, boolean json) {
    this.console = console;
    this.out = console.out();
    this.wording = new Wording(console, several);
    this.style = new Style(console.terminal());
    this.json = json;
  }

  @Override
  public void tell(News news) {
    out.line(json ? object(news) : line(news));
    out.flush();
    isTold = true;
  }

  private String line(News news) {
    String level = wording.paint(news.severity(), "NEW " + Wording.letter(news.severity()));
    return style.faint(Moment.of(news.anyTime()))
        + "  "
        + level
        + "  "
        + wording.headline(news, MAX_COLUMNS);
  }

  private static String object(News news) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    json.key("event_name").value(news.kind().text());
    if (news.time() != 0) {
      json.key("timestamp").value(Moment.iso(news.time()));
    }
    json.key("observed_timestamp").value(Moment.iso(news.observedTime()));
    json.key("severity_number").value(news.severity().number());
    json.key("severity_text").value(news.severity().name());
    json.key("template_id").value(news.template().hexId());
    json.key("template").value(news.template().typedText());
    json.key("exemplar").value(news.exemplar().text());
    json.key("input").value(news.exemplar().input());
    json.key("line").value(news.exemplar().line());
    json.endObject();
    return text.toString();
  }

  @Override
  public void complain(String problem) {
    console.say(problem);
  }

  @Override
  public void show(boolean isCaughtUp, IntFunction<Overview> overview) {
    // Who reads lines is told what is new only.
  }

  /** Sets the report off from the news. */
  @Override
  public void close() {
    if (isTold && !json) {
      out.line("");
    }
  }
}
