package dev.winnow.server.syslog;

import dev.winnow.server.config.TlsConfig;
import dev.winnow.server.listen.Endpoint;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLException;

/** Makes sockets that speak TLS with the certificate of the other ports. */
public final class SyslogTls {
  private SyslogTls() {}

  /**
   * Sockets for a port.
   *
   * @throws dev.winnow.kernel.WinnowException if the certificate or its key cannot be used
   */
  public static ServerSocketFactory sockets(Endpoint endpoint, TlsConfig tls) {
    try {
      JdkSslContext context =
          (JdkSslContext)
              SslContextBuilder.forServer(
                      tls.certificateFile().toFile(), tls.privateKeyFile().toFile())
                  .sslProvider(SslProvider.JDK)
                  .build();
      return context.context().getServerSocketFactory();
    } catch (SSLException | IllegalArgumentException unusable) {
      throw endpoint.notAvailable(unusable);
    }
  }
}
