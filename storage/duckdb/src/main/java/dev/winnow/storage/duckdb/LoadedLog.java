package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.disk.DurableFile;
import dev.winnow.storage.duckdb.log.WriteAheadLog;
import dev.winnow.storage.duckdb.part.Parts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** The log that is loaded from, of which goes what the parts and the copy of the catalogue have. */
final class LoadedLog {
  private static final Logger LOGGER = System.getLogger(LoadedLog.class.getName());

  private final WriteAheadLog log;
  private final Catalogue catalogue;
  private final DurableFile catalogueFile;
  private final Parts parts;
  private long told;

  LoadedLog(WriteAheadLog log, Catalogue catalogue, DurableFile catalogueFile, Parts parts) {
    this.log = log;
    this.catalogue = catalogue;
    this.catalogueFile = catalogueFile;
    this.parts = parts;
  }

  /** Reads the commits from a number on up to another, in order. */
  void read(long from, long to, Consumer<CommittedBatch> reader) {
    log.read(
        from, to, (sequence, payload) -> reader.accept(CommittedBatch.decode(sequence, payload)));
  }

  /** Told that all commits up to a number are in the parts for good. */
  void loaded(long sequence) {
    catalogueFile.write(catalogue.copy(sequence, parts.inventory()));
    parts.forgetDropped();
    log.dropBelow(sequence + 1);
    long forgotten = catalogue.forgottenTemplates();
    if (forgotten > told) {
      LOGGER.log(Level.WARNING, "{0} templates were forgotten for newer ones", forgotten);
      told = forgotten;
    }
  }
}
