package dev.winnow.server;

import dev.winnow.cli.client.Question;
import dev.winnow.cli.client.ServerChoice;
import dev.winnow.cli.client.ServerClient;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.ProgressLine;
import dev.winnow.cli.console.ResultFile;
import dev.winnow.cli.server.Transfer;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.backup.Restoration;
import dev.winnow.server.data.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of a backup, on the command line. */
final class BackupFile {
  private static final String PATH = "/api/v1/backup";

  private final Console console;
  private final Transfer transfer;
  private final ProgressLine progress;
  private long bytes;

  BackupFile(Console console, Transfer transfer) {
    this.console = console;
    this.transfer = transfer;
    progress = transfer.progress(console);
  }

  /**
   * Writes a backup of a data directory, or of the server that uses it or was named.
   *
   * @throws WinnowException if neither can be asked, or the file cannot be written
   */
  void write(Path data, ServerChoice server) {
    try {
      if (transfer.isStandard()) {
        print(data, server);
      } else {
        Path file = Path.of(transfer.file());
        ResultFile.secret(file).write(out -> write(data, server, noted(out)));
        progress.clear();
        console.say("wrote " + Figures.bytes(bytes) + " to " + file);
      }
    } finally {
      progress.clear();
    }
  }

  private void print(Path data, ServerChoice server) {
    try {
      write(data, server, noted(new ConsoleStream(console.out())));
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.OUTPUT_NOT_WRITABLE, "standard output could not be written", failure);
    }
  }

  private static void write(Path data, ServerChoice server, OutputStream out) throws IOException {
    if (server.url().isPresent()) {
      download(server.connect(), out);
      return;
    }
    try (LocalData local = LocalData.open(data)) {
      local.backup(out);
    } catch (WinnowException failure) {
      Optional<URI> address =
          failure.code() == ErrorCode.DATA_DIRECTORY_IN_USE
              ? DataDirectory.serverOf(data)
              : Optional.empty();
      download(server.connect(address.orElseThrow(() -> failure)), out);
    }
  }

  private static void download(ServerClient server, OutputStream out) throws IOException {
    try (server) {
      server.download(
          new Question(PATH),
          "",
          (piece, length) -> {
            out.write(piece, 0, length);
            return true;
          });
    }
  }

  private OutputStream noted(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] piece, int from, int length) throws IOException {
        out.write(piece, from, length);
        bytes += length;
        note(bytes);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }
    };
  }

  private void note(long done) {
    progress.update(seconds -> Transfer.rate(done, seconds));
  }

  /**
   * Makes a data directory of the backup.
   *
   * @throws WinnowException if that holds something, or the backup cannot be used
   */
  void restore(Path data) {
    try (InputStream in = open()) {
      Restoration restored = Restoration.of(in, data, this::note);
      progress.clear();
      console.say(
          "restored %s of %s to %s"
              .formatted(Figures.bytes(restored.bytes()), restored.time(), restored.directory()));
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.INPUT_NOT_READABLE, transfer.file() + " cannot be read", failure);
    } finally {
      progress.clear();
    }
  }

  private InputStream open() throws IOException {
    return transfer.isStandard()
        ? Channels.newInputStream(console.in())
        : Files.newInputStream(Path.of(transfer.file()));
  }
}
