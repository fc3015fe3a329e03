package dev.winnow.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reports operations for each second that the process had a core, beside JMH's figure by the wall
 * clock. On a machine that does nothing else the two are equal for one thread; where others use its
 * cores, only this one can be compared with another run. Used with {@code -prof}.
 */
public final class CpuProfiler implements InternalProfiler {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final double NANOS = 1e9;

  private long start;

  @Override
  public String getDescription() {
    return "operations for each second of processor time";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = SYSTEM.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (SYSTEM.getProcessCpuTime() - start) / NANOS;
    double rate = result.getMetadata().getAllOps() / seconds;
    return List.of(new ScalarResult("cpu.rate", rate, "ops/cpu-s", AggregationPolicy.AVG));
  }
}
