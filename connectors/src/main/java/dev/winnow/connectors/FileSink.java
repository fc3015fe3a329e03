package dev.winnow.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;

/** Appends to a file, which is made if it is not there. */
public final class FileSink implements LinesExporter.Sink {
  private final Path file;
  private final Writer out;

  /**
   * A sink.
   *
   * @throws WinnowException if the file cannot be written, with {@code OUTPUT_NOT_WRITABLE}
   */
  public FileSink(Path file) {
    this.file = file;
    try {
      // Not one of a channel, which closes when its thread is interrupted.
      out = new OutputStreamWriter(new FileOutputStream(file.toFile(), true), UTF_8);
    } catch (IOException failure) {
      throw notWritable(failure);
    }
  }

  @Override
  public void write(String lines) {
    try {
      out.write(lines);
      out.flush();
    } catch (IOException failure) {
      throw notWritable(failure);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException failure) {
      throw notWritable(failure);
    }
  }

  private WinnowException notWritable(IOException failure) {
    return new WinnowException(
        ErrorCode.OUTPUT_NOT_WRITABLE,
        file + " cannot be written (" + failure.getMessage() + ")",
        failure);
  }
}
