package shop;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log calls of a shop's services, rendered by SLF4J and Logback. */
final class Services {
  record Money(String amount, String currency) {}

  record LineItem(String sku, int quantity, Money price) {}

  enum Outcome { AUTHORIZED, DECLINED, CAPTURED, PENDING_REVIEW }

  /** A class without toString(), as people log them by mistake; the hash is seeded. */
  static final class Session {
    private final int hash;

    Session(int hash) {
      this.hash = hash;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Services.class);
  private final Vocabulary v;
  private Schedule s;

  Services(Vocabulary v) {
    this.v = v;
  }

  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[1]);
    try (Truth truth = Truth.install(output, ILoggingEvent::getFormattedMessage, Services::template)) {
      Vocabulary vocabulary = new Vocabulary(Path.of(args[0]), 20261120);
      Schedule schedule = new Schedule();
      new Services(vocabulary).addTo(schedule);
      schedule.run(vocabulary.random());
    }
  }

  void addTo(Schedule schedule) {
    s = schedule;
    orders();
    payments();
    accounts();
    scheduler();
    storage();
    mail();
    cacheAndQueue();
    http();
    lifecycle();
  }

  /** The format string with each anchor as a wildcard, the escaped anchor as it is printed. */
  private static String template(ILoggingEvent event) {
    return event.getMessage().replace("\\{}", "\0").replace("{}", "<*>").replace("\0", "{}");
  }

  private void orders() {
    s.site(310, () -> log.info("Order {} placed by {} total={} {}", v.id(), v.word("user"), v.money(), v.word("currency")));
    s.site(120, () -> log.info("Order {} changed from {} to {}", v.id(), v.word("state"), v.word("state")));
    s.site(44, () -> log.debug("Added {} to cart of {}", item(), v.word("user")));
    s.site(41, () -> log.debug("Removed {} from cart of {}", item(), v.word("user")));
    s.site(30, () -> log.info("Cart {} holds {} items: {}", v.uuid(), v.number(20), v.list(5, () -> v.word("sku"))));
    s.site(9, () -> log.warn("Product '{}' is out of stock in {} (wanted {}, have {})", v.word("product"), v.word("city"), v.between(1, 9), v.between(0, 3)));
    s.site(14, () -> log.info("Reserved stock {} for order {}", v.map(4, "sku"), v.id()));
    s.site(5, () -> log.info("Customer note: {}", v.word("note")));
    s.site(2, () -> log.warn("Discount code {} was rejected: {}", v.hex(6).toUpperCase(), v.word("reason")));
    s.site(1, () -> log.error("Order {} is inconsistent, expected {} lines but found {}", v.id(), 3, 2));
    s.site(7, () -> log.info("Shipping label for {} printed at {} via {}", v.word("name"), v.instant(), v.word("carrier")));
    s.site(6, () -> log.debug("Price rule {} gave {}% off", v.between(1, 40), v.decimal(70)));
  }

  private void payments() {
    s.site(140, () -> log.info("Payment {} for order {} {}", v.uuid(), v.id(), outcome()));
    s.site(60, () -> log.info("Charging {}{} to {} card ending {}", v.word("currency"), v.money(), v.word("card"), v.between(1000, 9999)));
    s.site(22, () -> log.warn("Payment of {} declined: {}", v.word("user"), v.word("reason")));
    s.site(8, () -> log.error("Gateway {} answered {} after {}", v.hostPort(), v.between(500, 504), v.spelledDuration()));
    s.site(3, () -> log.info("Refunded {} to {}", new Money(v.money(), v.word("currency")), v.word("name")));
    s.site(1, () -> log.error("Settlement file {} has {} bad rows", v.word("path"), v.between(1, 40)));
    s.site(11, () -> log.debug("3-D Secure challenge for {}: required={}", v.email(), v.chance(.4)));
    s.site(4, () -> log.info("Exchange rate {}/{} is {}", "EUR", v.word("currency"), 0.5 + v.decimal(2)));
    s.site(1, () -> log.warn("Fraud score {} is over the limit of {}", .91, .85));
  }

  private void accounts() {
    s.site(170, () -> log.info("User {} logged in from {}", v.word("user"), v.ip()));
    s.site(90, () -> log.info("User {} logged out", v.word("user")));
    s.site(55, () -> log.warn("Failed login for {} from {}: {} attempts", v.word("user"), v.ip(), v.between(1, 12)));
    s.site(6, () -> log.warn("Account {} locked until {}", v.email(), v.instant()));
    s.site(12, () -> log.info("Password of {} changed", v.word("user")));
    s.site(9, () -> log.info("Token {} issued to {} with scopes {}", v.hex(32), v.word("user"), v.list(3, () -> v.word("role"))));
    s.site(3, () -> log.info("Role {} granted to {} by {}", v.word("role"), v.word("user"), v.word("user")));
    s.site(3, () -> log.info("Role {} revoked from {} by {}", v.word("role"), v.word("user"), v.word("user")));
    s.site(2, () -> log.debug("Session {} created", new Session(v.random().nextInt())));
    s.site(1, () -> log.debug("Session {} destroyed", new Session(v.random().nextInt())));
    s.site(18, () -> log.debug("Token for subject {} is valid for another {}", v.orNull(.3, () -> v.word("user")), v.duration()));
    s.site(1, () -> log.error("JWKS could not be fetched from {}", "https://auth.internal/.well-known/jwks.json"));
  }

  private void scheduler() {
    s.site(64, () -> log.info("Job {} started", v.word("job")));
    s.site(61, () -> log.info("Job {} finished in {}", v.word("job"), v.spelledDuration()));
    s.site(3, () -> log.error("Job {} failed after {} of {} steps: {}", v.word("job"), v.between(1, 5), 6, v.word("exception")));
    s.site(26, () -> log.debug("Next run of {} at {}", v.word("job"), v.instant()));
    s.site(2, () -> log.warn("Job {} skipped because the previous run still holds lock {}", v.word("job"), v.hex(16)));
    s.site(1, () -> log.info("Scheduler paused"));
    s.site(1, () -> log.info("Scheduler resumed"));
    s.site(35, () -> log.debug("Worker {} idle for {}", v.word("thread"), v.duration()));
    s.site(10, () -> log.info("[{}] {} of {} rows exported ({}%)", v.word("job"), v.number(9000), 9000, v.between(0, 100)));
  }

  private void storage() {
    s.site(220, () -> log.debug("Query took {} ms: {}", v.number(5000), v.word("sql")));
    s.site(17, () -> log.warn("Slow query ({}): {}", v.spelledDuration(), v.word("sql")));
    s.site(75, () -> log.debug("Committed transaction {} with {} rows in {}", v.id(), v.number(400), v.word("table")));
    s.site(4, () -> log.warn("Rolled back transaction {}: {}", v.id(), v.word("exception")));
    s.site(13, () -> log.info("Uploaded {} ({}) to bucket {}", v.word("path"), v.size(), v.word("region")));
    s.site(8, () -> log.info("Deleted {} files under {}, {} freed", v.number(300), v.word("path"), v.size()));
    s.site(5, () -> log.info("HikariPool-{} - Added connection to {}", v.between(1, 2), v.hostPort()));
    s.site(1, () -> log.error("Disk {} is {}% full", "/dev/sda1", 97));
    s.site(12, () -> log.info("Checkpoint {} written to {} at offset {}", v.number(90), v.word("path"), v.number(2_000_000_000)));
    s.site(2, () -> log.info("Migrating schema \"{}\" to version {} - {}", "public", v.version(), v.word("note")));
    s.site(1, () -> log.warn("Replica {} lags {} behind {}", "db-replica-1", v.spelledDuration(), "db-primary"));
    s.site(9, () -> log.debug("Index {} uses {} segments {}", v.word("table"), v.between(1, 7), Arrays.toString(new int[] {v.id(), v.id(), v.id()})));
  }

  private void mail() {
    s.site(95, () -> log.info("Sent mail '{}' to {} in {} ms", v.word("template"), v.email(), v.number(3000)));
    s.site(7, () -> log.warn("Mail to {} bounced with status {} ({})", v.email(), v.chance(.5) ? "5.1.1" : "4.2.2", v.word("reason")));
    s.site(5, () -> log.info("Subscribed {} to {}", v.email(), v.list(3, () -> v.word("template"))));
    s.site(4, () -> log.info("Unsubscribed {} from {}", v.email(), v.list(3, () -> v.word("template"))));
    s.site(1, () -> log.error("SMTP server said: {}", "421 4.7.0 Try again later, closing connection"));
    s.site(3, () -> log.info("Mail queue length={} oldest={}", v.number(800), v.duration()));
  }

  private void cacheAndQueue() {
    s.site(420, () -> log.trace("Cache hit for key {}", key()));
    s.site(130, () -> log.trace("Cache miss for key {}", key()));
    s.site(16, () -> log.debug("Evicted {} entries from {} cache, {} left", v.number(5000), v.word("table"), v.number(90_000)));
    s.site(88, () -> log.debug("Consumed {} records from {}-{} at offset {}", v.number(500), v.word("topic"), v.between(0, 11), v.number(900_000_000)));
    s.site(6, () -> log.warn("Consumer {} left group {} ({})", v.uuid(), v.word("service"), v.word("reason")));
    s.site(6, () -> log.info("Partitions assigned: {}", v.list(6, () -> v.word("topic") + "-" + v.between(0, 11))));
    s.site(6, () -> log.info("Partitions revoked: {}", v.list(6, () -> v.word("topic") + "-" + v.between(0, 11))));
    s.site(20, () -> log.info("Queue {} has {} messages, {} consumers", v.word("queue"), v.number(100_000), v.between(0, 4)));
    s.site(2, () -> log.error("Message {} moved to {} after {} attempts", v.uuid(), "dead-letter", 5));
    s.site(1, () -> log.warn("Connection to {} lost, retry in {}s", v.hostPort(), 2));
    s.site(4, () -> log.info("Hit rate {} over the last {}", v.decimal(1), v.duration()));
  }

  private void http() {
    s.site(150, () -> log.info("{} {} -> {} ({} ms)", v.word("method"), v.word("route"), status(), v.number(4000)));
    s.site(48, () -> log.debug("Calling {} {}", v.word("method"), v.url()));
    s.site(19, () -> log.warn("Call to {} failed, attempt {}/{}: {}", v.url(), v.between(1, 3), 3, v.word("exception")));
    s.site(5, () -> log.warn("Circuit breaker '{}' is now {}", v.word("service"), v.chance(.5) ? "OPEN" : "HALF_OPEN"));
    s.site(10, () -> log.debug("Response headers {}", v.map(3, "service")));
    s.site(3, () -> log.warn("Request {} of {} took {} in {}", v.hex(16), v.word("user"), v.duration(), v.word("class")));
    s.site(2, () -> log.warn("Rejected upload \"{}\" of type {}: larger than {}", v.word("product"), "image/tiff", v.size()));
    s.site(6, () -> log.info("User agent [{}] classified as {}", v.word("agent"), v.chance(.7) ? "browser" : "bot"));
    s.site(3, () -> log.debug("Empty parameter '{}' ignored, value=[{}]", "q", v.chance(.7) ? "" : " "));
    s.site(1, () -> log.info("TLS handshake with {} using {}", v.ip(), v.word("cipher")));
    s.site(2, () -> log.info("Parsed template \\{} as {}", v.word("template")));
  }

  private void lifecycle() {
    s.site(1, () -> log.info("Starting shop {} on {} with PID {}", v.version(), "gateway-5d8b7", 4127));
    s.site(1, () -> log.info("Listening on {}:{}", "0.0.0.0", 8080));
    s.site(1, () -> log.info("Shutting down"));
    s.site(8, () -> log.info("Feature flag {} is {} for {}", v.word("flag"), v.chance(.5), v.word("region")));
    s.site(4, () -> log.debug("Loaded bean {} of {}", "cartController", v.word("class")));
    s.site(30, () -> log.debug("Heap {} of {} used ({}%)", v.size(), "512.0 MB", v.between(10, 99)));
    s.site(2, () -> log.warn("Clock moved backwards by {}", v.duration()));
    s.site(3, () -> log.debug("Setting {} = {}", "shop.mail.sender", Optional.of(v.email())));
    s.site(5, () -> log.debug("GC pause {} {}", v.chance(.8) ? "young" : "mixed", v.spelledDuration()));
  }

  private String key() {
    return v.word("table") + ":" + (v.chance(.7) ? "" + v.id() : v.hex(12));
  }

  private int status() {
    return v.chance(.8) ? 200 : new int[] {201, 204, 302, 404, 500}[v.random().nextInt(5)];
  }

  private Outcome outcome() {
    return Outcome.values()[v.number(4)];
  }

  private LineItem item() {
    return new LineItem(v.word("sku"), v.between(1, 5), new Money(v.money(), v.word("currency")));
  }
}
