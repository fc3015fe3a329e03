package dev.winnow.storage.duckdb.part;

import java.nio.file.Path;
import java.util.List;

/** Parts that stay attached until this is closed, be they dropped in the meantime or not. */
public final class Lease implements AutoCloseable {
  private final Parts owner;
  private final List<Part> held;
  private final List<PartView> parts;

  Lease(Parts owner, List<Part> held) {
    this.owner = owner;
    this.held = held;
    this.parts = held.stream().map(Part::view).toList();
  }

  /** The parts, the oldest first. */
  public List<PartView> parts() {
    return parts;
  }

  /** Their files, as long as none of the parts is replaced or dropped. */
  public List<Path> files() {
    return held.stream().map(part -> part.file().path()).toList();
  }

  @Override
  public void close() {
    owner.release(held);
  }
}
