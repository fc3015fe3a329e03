package shop;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Writes logger, format string (empty where the body came ready), type of the exception and body of
 * every event as CSV.
 *
 * <p>It joins Logback right after Spring Boot has set it up, before the banner.
 */
final class Recorder extends AppenderBase<ILoggingEvent>
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered, AutoCloseable {
  private final Writer out;

  Recorder(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    setContext(context);
    start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
  }

  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String body = event.getFormattedMessage();
    String type = "";
    if (event.getThrowableProxy() != null) {
      type = event.getThrowableProxy().getClassName();
      body = (body + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())).stripTrailing();
    }
    boolean concatenated = event.getMessage().equals(event.getFormattedMessage());
    String format = concatenated ? "" : event.getMessage();
    try {
      out.write(
          List.of(event.getLoggerName(), format, type, body).stream()
              .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(",", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    out.close();
  }
}
