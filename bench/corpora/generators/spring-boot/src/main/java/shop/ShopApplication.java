package shop;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the shop, sends it two hundred requests, stops it; keeps every event that it logs. */
@SpringBootApplication
@EnableScheduling
public class ShopApplication {
  public static void main(String[] args) throws Exception {
    try (Recorder recorder = new Recorder(Path.of(args[0]))) {
      SpringApplication application = new SpringApplication(ShopApplication.class);
      application.addListeners(recorder);
      ConfigurableApplicationContext context = application.run();
      Visitors.send(190, 20261129);
      context.close();
    }
  }
}
