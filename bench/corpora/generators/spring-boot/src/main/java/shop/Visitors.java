package shop;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;

/** Sends the requests of a shop's visitors, one after the other, in seeded order. */
final class Visitors {
  private static final String[] NAMES = {"Alice Johnson", "Bob Smith", "Wei Chen", "Anna Müller", "John O'Neil", "Priya Raman"};
  private static final String[] SKUS = {"SKU-10442", "A7-331-B", "TEA-GRN-250", "lamp", "X99"};
  private static final String[] STATES = {"PAID", "SHIPPED", "CANCELLED"};

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random;
  private int customers;
  private int orders;

  private Visitors(long seed) {
    random = new Random(seed);
  }

  static void send(int requests, long seed) throws Exception {
    Visitors visitors = new Visitors(seed);
    for (int i = 0; i < 8; i++) {
      visitors.register();
    }
    for (int i = 0; i < requests; i++) {
      visitors.next(visitors.random.nextInt(100));
    }
  }


  private void next(int percent) throws Exception {
    if (percent < 34) {
      request("POST", "/orders", "{\"customer\":" + (1 + random.nextInt(customers + 1)) + ",\"sku\":\"" + pick(SKUS) + "\",\"quantity\":" + (1 + random.nextInt(23)) + "}");
      orders++;
    } else if (percent < 60) {
      request("GET", "/orders?sku=" + pick(SKUS), null);
    } else if (percent < 78) {
      request("PUT", "/orders/" + (1 + random.nextInt(orders + 3)) + "/state?next=" + pick(STATES), "");
    } else if (percent < 84) {
      request("DELETE", "/orders/" + (1 + random.nextInt(orders + 3)), null);
    } else if (percent < 88) {
      register();
    } else if (percent < 93) {
      request("GET", "/actuator/health", null);
    } else if (percent < 95) {
      request("GET", "/actuator/metrics/jvm.memory.used", null);
    } else if (percent < 96) {
      request("GET", "/orders/" + pick(SKUS), null);
    } else if (percent < 97) {
      request("POST", "/orders", "{\"customer\": nobody}");
    } else if (percent < 98) {
      request("PUT", "/orders/1/state?next=" + pick(NAMES).replace(" ", ""), "");
    } else {
      request("GET", "/" + pick(new String[] {"favicon.ico", "robots.txt", "wp-login.php"}), null);
    }
  }

  private void register() throws Exception {
    String name = pick(NAMES);
    String email = name.toLowerCase().replaceAll("[^a-z]", "") + random.nextInt(30) + "@example.com";
    request("POST", "/customers", "{\"name\":\"" + name + "\",\"email\":\"" + email + "\"}");
    customers++;
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private void request(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:18084" + path.replace("ü", "%C3%BC").replace("'", "%27")))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    client.send(request, BodyHandlers.discarding());
  }
}
