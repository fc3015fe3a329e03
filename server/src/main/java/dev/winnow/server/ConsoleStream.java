package dev.winnow.server;

import dev.winnow.cli.console.Output;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.OutputStream;
import java.util.Arrays;

/** An output of the console as a stream, which fails as soon as nothing can be written any more. */
final class ConsoleStream extends OutputStream {
  private final Output out;

  ConsoleStream(Output out) {
    this.out = out;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    out.bytes(Arrays.copyOfRange(bytes, from, from + length), length);
    if (out.isClosed()) {
      throw new WinnowException(
          ErrorCode.OUTPUT_NOT_WRITABLE, "standard output was closed before all was written");
    }
  }

  @Override
  public void flush() {
    out.flush();
  }
}
