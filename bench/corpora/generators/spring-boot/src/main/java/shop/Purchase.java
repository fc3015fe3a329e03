package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** An order of one product by one customer. */
@Entity
public class Purchase {
  /** How far an order has come. */
  public enum State { NEW, PAID, SHIPPED, CANCELLED }

  @Id @GeneratedValue private Long id;
  @ManyToOne private Customer customer;
  private String sku;
  private int quantity;
  private State state = State.NEW;

  protected Purchase() {}

  Purchase(Customer customer, String sku, int quantity) {
    this.customer = customer;
    this.sku = sku;
    this.quantity = quantity;
  }

  public Long getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public String getSku() {
    return sku;
  }

  public int getQuantity() {
    return quantity;
  }

  public State getState() {
    return state;
  }

  void move(State next) {
    state = next;
  }

  @Override
  public String toString() {
    return "Purchase{id=" + id + ", sku='" + sku + "', quantity=" + quantity + ", state=" + state + "}";
  }
}
