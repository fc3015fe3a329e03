package shop;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** A Logback appender that writes one CSV row per event: the rendered body and its template. */
final class Truth extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Writer out;
  private final Function<ILoggingEvent, String> body;
  private final Function<ILoggingEvent, String> template;
  private int lines;

  private Truth(
      Path file, Function<ILoggingEvent, String> body, Function<ILoggingEvent, String> template)
      throws IOException {
    this.out = Files.newBufferedWriter(file);
    this.body = body;
    this.template = template;
    out.write("LineId,Content,EventTemplate\n");
  }

  /** Makes this appender the only one of the process. */
  static Truth install(
      Path file, Function<ILoggingEvent, String> body, Function<ILoggingEvent, String> template)
      throws IOException {
    Truth truth = new Truth(file, body, template);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    truth.setContext(context);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(truth);
    truth.start();
    return truth;
  }

  @Override
  protected void append(ILoggingEvent event) {
    try {
      out.write(++lines + "," + cell(body.apply(event)) + "," + cell(template.apply(event)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
