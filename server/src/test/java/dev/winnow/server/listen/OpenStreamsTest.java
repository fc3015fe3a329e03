package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenStreamsTest {
  private final OpenStreams streams = new OpenStreams();
  private final List<Runnable> open = new ArrayList<>();

  private void enter(String tenantId, int count) {
    for (int i = 0; i < count; i++) {
      open.add(streams.enter(tenantId));
    }
  }

  private void assertRefused(String tenantId, String message) {
    assertThatThrownBy(() -> streams.enter(tenantId))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OVERLOADED))
        .hasMessage(message);
  }

  @Test
  void leavesSomeOfThemToOtherTenants() {
    enter("acme", OpenStreams.MOST_PER_TENANT);

    assertRefused("acme", "there are 256 open uploads, as many as are read at a time");
    enter("shop", OpenStreams.MOST - OpenStreams.MOST_PER_TENANT);
    assertRefused("shop", "there are 384 open uploads, as many as are read at a time");
  }

  @Test
  void opensAnotherWhereOneWasClosed() {
    enter("acme", OpenStreams.MOST_PER_TENANT);
    enter("shop", OpenStreams.MOST - OpenStreams.MOST_PER_TENANT);

    open.getFirst().run();
    enter("acme", 1);
    assertThat(open).hasSize(OpenStreams.MOST + 1);
    assertRefused("acme", "there are 384 open uploads, as many as are read at a time");
  }
}
