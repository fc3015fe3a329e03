package dev.winnow.server.listen;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/** Accepts connections while there are not too many; gRPC itself knows no such limit. */
final class BoundedServerChannel extends NioServerSocketChannel {
  private final Traffic traffic;
  private final int most;

  BoundedServerChannel(Traffic traffic, int most) {
    this.traffic = traffic;
    this.most = most;
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws IOException {
    SocketChannel connection = javaChannel().accept();
    if (connection == null) {
      return 0;
    }
    if (!traffic.open(most)) {
      connection.close();
      return 0;
    }
    try {
      NioSocketChannel channel = new NioSocketChannel(this, connection);
      var _ = channel.closeFuture().addListener(closed -> traffic.closed());
      accepted.add(channel);
      return 1;
    } catch (RuntimeException | Error failure) {
      traffic.closed();
      connection.close();
      throw failure;
    }
  }
}
