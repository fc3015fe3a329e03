package dev.winnow.bench.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What came of the inputs of one subject. */
final class Tally {
  private static final int MAX_FAULTS = 20;

  /** An input that was neither taken nor refused as it should be. */
  static final class Fault {
    private final byte[] input;
    private final String what;

    Fault(byte[] input, String what) {
      this.input = input;
      this.what = what;
    }

    byte[] input() {
      return input;
    }

    /** The exception, or what was too much. */
    String what() {
      return what;
    }
  }

  long inputs;
  long refused;
  long faults;
  long nanos;
  long slowestNanos;
  int slowestBytes;
  long mostMemory;
  private final List<Fault> examples = new ArrayList<>();

  void fault(byte[] input, String what) {
    faults++;
    if (examples.size() < MAX_FAULTS) {
      examples.add(new Fault(input, what));
    }
  }

  /** The first faults. */
  List<Fault> examples() {
    return examples;
  }

  void add(Tally other) {
    inputs += other.inputs;
    refused += other.refused;
    faults += other.faults;
    nanos += other.nanos;
    mostMemory = Math.max(mostMemory, other.mostMemory);
    if (other.slowestNanos > slowestNanos) {
      slowestNanos = other.slowestNanos;
      slowestBytes = other.slowestBytes;
    }
    examples.addAll(other.examples);
  }
}
