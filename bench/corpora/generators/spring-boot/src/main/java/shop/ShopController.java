package shop;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The shop over HTTP. */
@RestController
class ShopController {
  record Registration(String name, String email) {}

  record Order(long customer, String sku, int quantity) {}

  private static final Logger log = LoggerFactory.getLogger(ShopController.class);
  private final ShopService shop;

  ShopController(ShopService shop) {
    this.shop = shop;
  }

  @PostMapping("/customers")
  Customer register(@RequestBody Registration registration) {
    return shop.register(registration.name(), registration.email());
  }

  @PostMapping("/orders")
  Purchase order(@RequestBody Order order) {
    log.debug("New order {}", order);
    return shop.order(order.customer(), order.sku(), order.quantity());
  }

  @GetMapping("/orders")
  List<Purchase> bySku(@RequestParam String sku) {
    return shop.bySku(sku);
  }

  @PutMapping("/orders/{id}/state")
  Purchase move(@PathVariable long id, @RequestParam Purchase.State next) {
    return shop.move(id, next);
  }

  @DeleteMapping("/orders/{id}")
  void delete(@PathVariable long id) {
    shop.delete(id);
  }

  @ExceptionHandler(NoSuchElementException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> missing(NoSuchElementException e) {
    log.warn("Not found: {}", e.getMessage());
    return Map.of("error", e.getMessage());
  }

  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  Map<String, String> refused(IllegalArgumentException e) {
    return Map.of("error", e.getMessage());
  }
}
