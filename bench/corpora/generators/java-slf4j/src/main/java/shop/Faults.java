package shop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Things that go wrong in the JDK, each thrown by the real operation, at a varied depth. */
final class Faults {
  /** A step that may fail. */
  interface Step {
    void run() throws Exception;
  }

  static final class OrderException extends RuntimeException {
    OrderException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static final class PaymentDeclinedException extends Exception {
    PaymentDeclinedException(String message) {
      super(message);
    }
  }

  private final Vocabulary v;

  Faults(Vocabulary v) {
    this.v = v;
  }

  /** What a step throws when it runs behind some filters. */
  Throwable thrownBy(Step step) {
    try {
      filter(v.between(0, 4), step);
      throw new AssertionError("the step did not fail");
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      return e;
    }
  }

  private void filter(int more, Step step) throws Exception {
    if (more == 0) {
      handle(step);
    } else if (more % 2 == 0) {
      authenticate(more - 1, step);
    } else {
      filter(more - 1, step);
    }
  }

  private void authenticate(int more, Step step) throws Exception {
    filter(more, step);
  }

  private void handle(Step step) throws Exception {
    if (v.chance(.5)) {
      inTransaction(step);
    } else {
      step.run();
    }
  }

  private void inTransaction(Step step) throws Exception {
    step.run();
  }

  void parseNumber() {
    Integer.parseInt(v.chance(.5) ? v.word("user") : v.decimal(90) + "");
  }

  void parseDate() {
    LocalDate.parse(v.chance(.5) ? "20.11.2026" : v.word("note"));
  }

  void readMissingFile() throws IOException {
    Files.readString(Path.of("/nowhere/" + v.word("job") + "-" + v.id() + ".csv"));
  }

  void connectRefused() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", 1), 500);
    }
  }

  void nullPointer() {
    Map<String, String> session = Map.of();
    session.get(v.word("user")).length();
  }

  void indexOutOfBounds() {
    new ArrayList<>(List.of("a", "b")).get(v.between(2, 9));
  }

  void castWrong() {
    Object amount = v.chance(.5) ? v.word("sku") : (Object) v.id();
    ((Runnable) amount).run();
  }

  void concurrentModification() {
    List<Integer> cart = new ArrayList<>(List.of(1, 2, 3));
    for (Integer line : cart) {
      cart.remove(line);
    }
  }

  void emptyOptional() {
    Optional.empty().orElseThrow();
  }

  void emptyIterator() {
    Iterator<String> none = List.<String>of().iterator();
    none.next();
  }

  void badUri() {
    URI.create("https://" + v.word("host") + "/ " + v.id());
  }

  void wrongState() {
    throw new IllegalStateException("Order " + v.id() + " is " + v.word("state") + ", expected PAID");
  }

  void badArgument() {
    throw new IllegalArgumentException("No enum constant shop.State." + v.word("region"));
  }

  void declined() throws PaymentDeclinedException {
    throw new PaymentDeclinedException(v.word("reason") + " (" + v.word("card") + ")");
  }

  void unsupported() {
    List.of(1).add(2);
  }

  void timeout() throws Exception {
    new CompletableFuture<String>().get(1, TimeUnit.MICROSECONDS);
  }

  void futureFailed() throws ExecutionException, InterruptedException, TimeoutException {
    CompletableFuture<String> future = new CompletableFuture<>();
    future.completeExceptionally(new IOException("stream " + v.id() + " was reset"));
    future.get(1, TimeUnit.SECONDS);
  }

  void stackOverflow() {
    deepen(0);
  }

  private int deepen(int level) {
    return level < 40 ? deepen(level + 1) + 1 : tooDeep(level);
  }

  private int tooDeep(int level) {
    throw new StackOverflowError("template nests " + level + " levels");
  }

  /** Fails as the step does, wrapped in the service's own exception. */
  void saving(Step step) {
    try {
      inTransaction(step);
    } catch (Exception e) {
      throw new OrderException("Could not save order " + v.id(), e);
    }
  }

  /** Fails as the step does, and again while closing, as try-with-resources reports it. */
  void closing(Step step) throws Exception {
    try (AutoCloseable connection = this::connectRefused) {
      step.run();
    }
  }
}
