package dev.winnow.storage.duckdb;

import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.query.Part;
import dev.winnow.storage.duckdb.query.Parts;
import java.util.List;

/** Leased parts as questions see them. */
record ReadableParts(Lease lease) implements Parts.Lease {
  @Override
  public List<Part> parts() {
    return lease.parts().stream().map(ReadableParts::part).toList();
  }

  private static Part part(PartView view) {
    int epochDay = Math.toIntExact(view.partition().day().toEpochDay());
    return new Part(
        view.alias(),
        epochDay,
        view.earliest(),
        view.latest(),
        view.firstSequence(),
        view.lastSequence());
  }

  @Override
  public void close() {
    lease.close();
  }
}
