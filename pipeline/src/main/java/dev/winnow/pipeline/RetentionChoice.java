package dev.winnow.pipeline;

/** Says for how long the records of a service are kept, by the name of a retention class. */
@FunctionalInterface
public interface RetentionChoice {
  String retentionClass(String tenantId, String serviceName);
}
