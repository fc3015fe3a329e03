package dev.winnow.generator.traffic;

import dev.winnow.generator.shop.Service;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The processes that run at present, under the names by which services are heard. */
final class Instances {
  private static final int HOSTS = 8;
  private static final int THREADS = 8;
  private static final int LAST_THREAD = 40;
  private static final int LAST_PROCESS = 32_768;

  private final Cast cast;
  private final RandomGenerator random;
  private final Map<Service, List<Instance>> running = new HashMap<>();
  private final Map<Service, Integer> deployments = new HashMap<>();

  Instances(Cast cast, RandomGenerator random) {
    this.cast = cast;
    this.random = random;
  }

  /** One of a service. */
  Instance any(Service service) {
    List<Instance> all = all(service);
    return all.get(random.nextInt(all.size()));
  }

  List<Instance> all(Service service) {
    return running.computeIfAbsent(service, this::start);
  }

  /** Replaces all of a service by those of its next version. */
  void deploy(Service service) {
    deployments.merge(service, 1, Integer::sum);
    running.put(service, start(service));
  }

  private List<Instance> start(Service service) {
    List<Instance> instances = new ArrayList<>();
    String set = Hex.text(random.nextLong()).substring(0, 9);
    for (int i = 0; i < service.instances(); i++) {
      String pod = "-" + set + "-" + Hex.text(random.nextLong()).substring(0, 5);
      instances.add(
          new Instance(
              resource(service, i, pod), random.nextInt(100, LAST_PROCESS), threads(service)));
    }
    return instances;
  }

  private List<AnyValue> threads(Service service) {
    List<AnyValue> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = random.nextInt(1, LAST_THREAD);
      threads.add(AnyValue.of(String.join(Integer.toString(number), service.thread().literals())));
    }
    return threads;
  }

  private Resource resource(Service service, int index, String pod) {
    String name = cast.name(service);
    return new Resource(
        Attributes.builder()
            .put("service.name", name)
            .put("service.namespace", "shop")
            .put("service.version", version(service))
            .put("service.instance.id", name + "-" + index)
            .put("deployment.environment.name", "production")
            .put("cloud.region", "eu-central-1")
            .put("host.name", "node-%02d".formatted(random.nextInt(1, HOSTS + 1)))
            .put("k8s.pod.name", name + pod)
            .build());
  }

  /** Each deployment raises the last number. */
  private String version(Service service) {
    String first = service.version();
    int dot = first.lastIndexOf('.') + 1;
    int patch = Integer.parseInt(first.substring(dot)) + deployments.getOrDefault(service, 0);
    return first.substring(0, dot) + patch;
  }
}
