package dev.winnow.server;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.config.ReceiversConfig;
import dev.winnow.server.config.ReceiversConfig.OtlpConfig;
import dev.winnow.server.config.ServerConfig;
import dev.winnow.server.config.SyslogConfig;
import dev.winnow.server.config.TlsConfig;
import dev.winnow.server.config.WinnowConfig;
import dev.winnow.server.flow.RecordFlow;
import dev.winnow.server.listen.Endpoint;
import dev.winnow.server.listen.Gate;
import dev.winnow.server.listen.GrpcListener;
import dev.winnow.server.listen.HttpListener;
import dev.winnow.server.listen.HttpRoute;
import dev.winnow.server.listen.Intake;
import dev.winnow.server.listen.Ports;
import dev.winnow.server.listen.Traffic;
import dev.winnow.server.syslog.SyslogDatagramListener;
import dev.winnow.server.syslog.SyslogReceiver;
import dev.winnow.server.syslog.SyslogStreamListener;
import dev.winnow.server.syslog.SyslogTls;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ServerSocketFactory;

/** The ports of a server. At the end they take nothing new, and finish what is at work. */
final class Listeners implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger(Listeners.class.getName());
  private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::");

  private final ServerConfig server;
  private final ReceiversConfig receivers;
  private final Ports ports;
  private final InstantSource clock;
  private final Endings endings = new Endings();

  Listeners(WinnowConfig config, Traffic traffic, InstantSource clock) {
    this.clock = clock;
    server = config.server();
    receivers = config.receivers();
    TlsConfig tls = config.tls();
    if (tls.isEnabled()) {
      requireReadable("tls.certificate_file", tls.certificateFile());
      requireReadable("tls.private_key_file", tls.privateKeyFile());
    }
    ports = new Ports(config.limits(), tls, traffic, new AtomicBoolean());
  }

  private static void requireReadable(String key, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WinnowException(
          ErrorCode.INVALID_CONFIGURATION,
          "%s: '%s' is no file that this user may read".formatted(key, file));
    }
  }

  /** Opens the ports that receive nothing but OTLP, as far as they are wanted. */
  void openReceivers(Vertx vertx, Intake intake, RecordFlow flow) {
    OtlpConfig otlp = receivers.otlp();
    if (otlp.http().enabled()) {
      Endpoint http = receiving(otlp.http().port(), "receivers.otlp.http.port");
      Map<String, HttpRoute> routes = flow.otlpRoutes();
      int port = listen(vertx, http, routes, intake, Gate.nothingBut(routes));
      LOGGER.log(Level.INFO, "receiving OTLP over HTTP on " + server.host() + ":" + port);
    }
    if (otlp.grpc().enabled()) {
      Endpoint grpc = receiving(otlp.grpc().port(), "receivers.otlp.grpc.port");
      GrpcListener listener = GrpcListener.start(grpc, ports, intake, flow.grpcRoutes());
      endings.push(listener::close);
      LOGGER.log(
          Level.INFO, "receiving OTLP over gRPC on " + server.host() + ":" + listener.port());
    }
  }

  /** Opens the ports of syslog, as far as they are wanted. */
  void openSyslog(SyslogReceiver receiver) {
    SyslogConfig syslog = receivers.syslog();
    if (syslog.udp().enabled()) {
      Endpoint udp = receiving(syslog.udp().port(), "receivers.syslog.udp.port");
      SyslogDatagramListener listener = SyslogDatagramListener.start(udp, receiver);
      endings.push(listener::close);
      tellOfSyslog("UDP", listener.port());
    }
    if (syslog.tcp().enabled()) {
      Endpoint tcp = receiving(syslog.tcp().port(), "receivers.syslog.tcp.port");
      tellOfSyslog("TCP", listen(tcp, ServerSocketFactory.getDefault(), receiver));
    }
    if (syslog.tls().enabled()) {
      Endpoint tls = receiving(syslog.tls().port(), "receivers.syslog.tls.port");
      tellOfSyslog("TLS", listen(tls, SyslogTls.sockets(tls, ports.tls()), receiver));
    }
  }

  private int listen(Endpoint endpoint, ServerSocketFactory sockets, SyslogReceiver receiver) {
    SyslogStreamListener listener = SyslogStreamListener.start(endpoint, sockets, receiver, ports);
    endings.push(listener::close);
    return listener.port();
  }

  private void tellOfSyslog(String transport, int port) {
    LOGGER.log(
        Level.INFO, "receiving syslog over " + transport + " on " + server.host() + ":" + port);
  }

  /**
   * Opens the port of the API.
   *
   * @param api answers what is for none of the routes
   * @return the address at which programs on this machine find it
   */
  URI openApi(
      Vertx vertx, Intake intake, Map<String, HttpRoute> routes, Handler<HttpServerRequest> api) {
    Endpoint endpoint =
        new Endpoint(server.host(), server.port(), "server.port", ports.limits().connections());
    int port = listen(vertx, endpoint, routes, intake, api);
    LOGGER.log(Level.INFO, "listening on " + address(server.host(), port));
    return address(ALL_ADDRESSES.contains(server.host()) ? "localhost" : server.host(), port);
  }

  private Endpoint receiving(int port, String key) {
    return new Endpoint(server.host(), port, key, ports.limits().receivingConnections());
  }

  private URI address(String host, int port) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create((ports.tls().isEnabled() ? "https://" : "http://") + name + ":" + port);
  }

  private int listen(
      Vertx vertx,
      Endpoint endpoint,
      Map<String, HttpRoute> routes,
      Intake intake,
      Handler<HttpServerRequest> otherwise) {
    Gate gate = new Gate(vertx, server, routes, intake, ports.isClosing(), clock, otherwise);
    HttpListener listener = HttpListener.start(vertx, endpoint, ports, gate);
    endings.push(listener::close);
    return listener.port();
  }

  /** Why nothing new is taken; nothing if it is. */
  Optional<String> closing() {
    return ports.isClosing().get() ? Optional.of("it is about to end") : Optional.empty();
  }

  @Override
  public void close() {
    ports.isClosing().set(true);
    ports.traffic().awaitQuiet(server.shutdownTimeout());
    endings.close();
  }
}
