package dev.winnow.bench.load;

import java.util.Locale;

/** How fast something is, by the clock and by the processor. */
record Rate(double recordsPerSecond, double cpuMicrosPerRecord) {
  /** Prints one figure a line as {@code name value}. */
  void print(String done) {
    System.out.printf(Locale.ROOT, "%s_records_per_second %.0f%n", done, recordsPerSecond);
    System.out.printf(Locale.ROOT, "%s_cpu_us_per_record %.2f%n", done, cpuMicrosPerRecord);
  }
}
