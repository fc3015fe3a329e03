package dev.winnow.server.http;

import dev.winnow.server.config.LogConfig;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Quarkus, which makes the resources and routes requests to them. It opens no port of its own. */
public final class QuarkusRuntime implements AutoCloseable {
  /** The names that OpenTelemetry has for parts of a record. */
  private static final String NAMES = "level=severity_text,message=body,logger_name=scope";

  private static final String UNUSED =
      "sequence,loggerClassName,threadName,threadId,mdc,ndc,hostName,processName,processId";

  private final Application application;

  private QuarkusRuntime(Application application) {
    this.application = application;
  }

  /**
   * Starts Quarkus.
   *
   * @param parts what resources use
   * @param isWatched whether a person reads the server's own records as they are written
   */
  public static QuarkusRuntime start(Parts parts, boolean isWatched) {
    configure(parts.config().log(), isWatched);
    Handover.give(parts);
    try {
      Application application =
          Class.forName(Application.APP_CLASS_NAME)
              .asSubclass(Application.class)
              .getDeclaredConstructor()
              .newInstance();
      application.start(new String[0]);
      return new QuarkusRuntime(application);
    } catch (ReflectiveOperationException notBuilt) {
      throw new IllegalStateException("the server was not built by Quarkus", notBuilt);
    }
  }

  /** What users set has keys of ours; those of Quarkus are no concern of theirs. */
  private static void configure(LogConfig log, boolean isWatched) {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.log.level", log.level().name());
    System.setProperty("quarkus.log.category.\"io.quarkus\".level", "WARN");
    // It tells of each hostile message, with where it came from in its own code.
    System.setProperty("quarkus.log.category.\"io.grpc\".level", "ERROR");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("quarkus.log.console.format", "%d{HH:mm:ss} %p %s%e%n");
    System.setProperty("quarkus.log.console.json.key-overrides", NAMES);
    System.setProperty("quarkus.log.console.json.excluded-keys", UNUSED);
    System.setProperty("quarkus.log.console.json.enabled", Boolean.toString(log.isJson(isWatched)));
  }

  /** The event loops on which listeners run. */
  public Vertx vertx() {
    return Arc.container().instance(Vertx.class).get();
  }

  /** Answers requests to the API. */
  public Handler<HttpServerRequest> api() {
    return VertxHttpRecorder.getRootHandler();
  }

  @Override
  public void close() {
    application.close();
  }
}
