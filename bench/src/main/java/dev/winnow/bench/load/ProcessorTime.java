package dev.winnow.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process takes of the processor, which says more than the clock on a busy machine. */
final class ProcessorTime {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double NANOS_PER_MICRO = 1e3;

  private final long startNanos = SYSTEM.getProcessCpuTime();

  /** Microseconds for each record since this was made. */
  double microsPerRecord(long records) {
    return (SYSTEM.getProcessCpuTime() - startNanos) / NANOS_PER_MICRO / Math.max(1, records);
  }
}
