package dev.winnow.server;

import dev.winnow.server.data.FreeSpace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** What the process takes of its machine. */
final class ProcessMetrics {
  private ProcessMetrics() {}

  static void register(FreeSpace space, MeterRegistry metrics) {
    Gauge.builder("winnow.disk.free", space, FreeSpace::bytes)
        .description("What is left on the disk of the data directory")
        .baseUnit("bytes")
        .register(metrics);
    new JvmMemoryMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    new FileDescriptorMetrics().bindTo(metrics);
    new UptimeMetrics().bindTo(metrics);
  }
}
