package shop;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders and moves them on. */
@Service
public class ShopService {
  private static final Logger log = LoggerFactory.getLogger(ShopService.class);
  private final Customers customers;
  private final Purchases purchases;

  ShopService(Customers customers, Purchases purchases) {
    this.customers = customers;
    this.purchases = purchases;
  }

  @Transactional
  public Customer register(String name, String email) {
    if (customers.findByEmail(email).isPresent()) {
      log.warn("Registration refused, {} is taken", email);
      throw new IllegalArgumentException(email + " is taken");
    }
    Customer customer = customers.save(new Customer(name, email));
    log.info("Registered customer {} ({}) with id {}", name, email, customer.getId());
    return customer;
  }

  @Transactional
  public Purchase order(long customer, String sku, int quantity) {
    Customer buyer = customers.findById(customer).orElseThrow(() -> new NoSuchElementException("customer " + customer));
    Purchase purchase = purchases.save(new Purchase(buyer, sku, quantity));
    log.info("Order {} placed by {}: {} x {}", purchase.getId(), buyer.getName(), quantity, sku);
    if (quantity > 20) {
      log.warn("Order {} is unusually large: {}", purchase.getId(), purchase);
    }
    return purchase;
  }

  @Transactional
  public Purchase move(long id, Purchase.State next) {
    Purchase purchase = purchases.findById(id).orElseThrow(() -> new NoSuchElementException("order " + id));
    log.info("Order {} goes from {} to {}", id, purchase.getState(), next);
    if (purchase.getState() == Purchase.State.CANCELLED) {
      throw new IllegalStateException("Order " + id + " is cancelled");
    }
    purchase.move(next);
    return purchase;
  }

  @Transactional(readOnly = true)
  public List<Purchase> bySku(String sku) {
    List<Purchase> found = purchases.findBySkuOrderByIdDesc(sku);
    log.debug("Found {} orders of {}: {}", found.size(), sku, found.stream().limit(4).map(Purchase::getId).toList());
    return found;
  }

  @Transactional
  public void delete(long id) {
    purchases.deleteById(id);
    log.info("Order {} deleted", id);
  }

  @Scheduled(fixedDelay = 400)
  void report() {
    long open = purchases.countByState(Purchase.State.NEW);
    log.info("{} orders are open, next report in {}", open, Duration.ofMillis(400));
  }
}
