package dev.winnow.server.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.formats.unpack.BodyDecoder;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class RequestBodyTest {
  private static final int ROOM = 4 << 20;

  private final BodyBudget budget = new BodyBudget(ROOM, Duration.ZERO);
  private final BodyDecoder decoder = new BodyDecoder(ROOM);

  private static byte[] bomb(int bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[bytes]);
    }
    return packed.toByteArray();
  }

  private RequestBody body(byte[] packed) {
    RequestBody body = new RequestBody("gzip", decoder, budget.share());
    assertThat(body.add(Buffer.buffer(packed))).isTrue();
    return body;
  }

  @Test
  void takesRoomForWhatItUnpacksTo() throws IOException {
    try (RequestBody body = body(bomb(1 << 20))) {
      assertThat(body.unpack()).isEqualTo(new byte[1 << 20]);
      assertThat(budget.share().take(ROOM - (1 << 20))).isFalse();
    }
    assertThat(budget.share().take(ROOM)).isTrue();
  }

  @Test
  void asksToComeAgainWhenOthersHaveTheRoom() throws IOException {
    BodyBudget.Share other = budget.share();
    assertThat(other.take(ROOM / 2)).isTrue();
    try (RequestBody body = body(bomb(ROOM / 2))) {
      assertThatThrownBy(body::unpack)
          .isInstanceOfSatisfying(
              WinnowException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED));
    }
    assertThat(budget.share().take(ROOM / 2)).isTrue();
  }

  @Test
  void refusesWhatNeverFindsRoom() throws IOException {
    try (RequestBody body = body(bomb(ROOM))) {
      assertThatThrownBy(body::unpack)
          .isInstanceOfSatisfying(
              WinnowException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE));
    }
    assertThat(budget.share().take(ROOM)).isTrue();
  }
}
