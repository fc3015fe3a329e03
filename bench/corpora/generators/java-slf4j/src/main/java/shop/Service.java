package shop;

import java.nio.file.Path;
import java.util.Random;

/** Logs the calls of both truth sets as a service does: through the layout of logback.xml, in time. */
final class Service {
  private Service() {}

  public static void main(String[] args) throws Exception {
    Schedule calls = new Schedule();
    new Services(new Vocabulary(Path.of(args[0]), 20261130)).addTo(calls);
    new StackTraces(new Vocabulary(Path.of(args[0]), 20261201)).addTo(calls);
    Random random = new Random(20261202);
    calls.shuffle(random);
    for (Runnable call : calls.first(Integer.parseInt(args[1]))) {
      call.run();
      Thread.sleep(random.nextInt(random.nextInt(20) == 0 ? 200 : 8));
    }
  }
}
