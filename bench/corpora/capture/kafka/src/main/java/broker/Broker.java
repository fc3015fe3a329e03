package broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker with KRaft, twice: topics, producers, transactions, consumer groups, a second start. */
public final class Broker {
  private static final String SERVER = "127.0.0.1:19092";

  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    try (var reader = Files.newBufferedReader(Path.of("server.properties"))) {
      settings.load(reader);
    }
    new Formatter()
        .setClusterId(Uuid.fromString("kR2mJcYbQ7q8F3m5n1oPZA").toString())
        .setNodeId(1)
        .addDirectory(settings.getProperty("log.dirs"))
        .setMetadataLogDirectory(settings.getProperty("log.dirs"))
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(org.apache.kafka.server.common.MetadataVersion.latestProduction())
        .run();
    run(settings, Broker::firstRun);
    run(settings, Broker::secondRun);
  }

  private interface Work {
    void run(Admin admin) throws Exception;
  }

  private static void run(Properties settings, Work work) throws Exception {
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", SERVER))) {
      work.run(admin);
    } finally {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static void firstRun(Admin admin) throws Exception {
    for (String topic : List.of("orders.v1", "payments.v2", "stock-changes", "user.events")) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1).configs(Map.of("segment.bytes", "1048576")))).all().get();
    }
    admin.createPartitions(Map.of("orders.v1", NewPartitions.increaseTo(3))).all().get();
    produce("orders.v1", 4000, null);
    produce("payments.v2", 3000, "payments-tx");
    consume("billing", "orders.v1");
    consume("billing", "orders.v1");
    consume("search-index", "user.events");
    admin.deleteTopics(List.of("stock-changes")).all().get();
    Thread.sleep(3000);
    admin.deleteConsumerGroups(List.of("search-index")).all().get();
    Thread.sleep(4000);
  }

  private static void secondRun(Admin admin) throws Exception {
    consume("billing", "payments.v2");
    produce("payments.v2", 500, "payments-tx");
    Thread.sleep(2000);
  }

  private static void produce(String topic, int records, String transaction) throws Exception {
    Properties p = new Properties();
    p.put("bootstrap.servers", SERVER);
    p.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    p.put("value.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    if (transaction != null) {
      p.put("transactional.id", transaction);
    }
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(p)) {
      if (transaction != null) {
        producer.initTransactions();
        producer.beginTransaction();
      }
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(topic, "key-" + i, "x".repeat(1000)));
      }
      if (transaction != null) {
        producer.commitTransaction();
      }
    }
  }

  private static void consume(String group, String topic) {
    Properties p = new Properties();
    p.put("bootstrap.servers", SERVER);
    p.put("group.id", group);
    p.put("auto.offset.reset", "earliest");
    p.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    p.put("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(p)) {
      consumer.subscribe(List.of(topic));
      for (int i = 0; i < 30; i++) {
        consumer.poll(Duration.ofMillis(200));
      }
      consumer.commitSync();
    }
  }
}
