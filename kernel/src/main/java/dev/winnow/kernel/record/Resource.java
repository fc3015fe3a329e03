package dev.winnow.kernel.record;

/** What produced a record: a service, host or container, described by attributes. */
public record Resource(Attributes attributes) {
  /** A resource about which nothing is known. */
  public static final Resource EMPTY = new Resource(Attributes.EMPTY);

  private static final String SERVICE_NAME = "service.name";

  /** A resource of which only the service is known. */
  public static Resource ofService(String name) {
    return new Resource(Attributes.of(SERVICE_NAME, AnyValue.of(name)));
  }

  /** The text of {@code service.name}; empty if it is absent. */
  public String serviceName() {
    return attributes.value(SERVICE_NAME).text();
  }
}
