package dev.winnow.server.http.deletion;

import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.Count;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would be deleted. */
@Schema(name = "DeletionPreview")
record DeletionPreview(
    long records,
    long bytes,
    @Schema(description = "The minute of the oldest; null without any.") @Nullable Instant earliest,
    @Schema(description = "The minute of the newest.") @Nullable Instant latest,
    @Schema(description = "Those with the most records, 1,000 of them at most.")
        List<Service> services) {
  private static final int MOST_SERVICES = 1_000;

  /** What would be deleted of one service. */
  @Schema(name = "DeletionPreviewService")
  record Service(String service, long records) {}

  static DeletionPreview of(List<Count> counts) {
    return new DeletionPreview(
        counts.stream().mapToLong(Count::records).sum(),
        counts.stream().mapToLong(Count::bytes).sum(),
        counts.stream()
            .map(Count::earliest)
            .min(Comparator.naturalOrder())
            .map(Timestamps::of)
            .orElse(null),
        counts.stream()
            .map(Count::latest)
            .max(Comparator.naturalOrder())
            .map(Timestamps::of)
            .orElse(null),
        counts.stream()
            .map(count -> new Service(count.serviceName(), count.records()))
            .sorted(
                Comparator.comparingLong(Service::records)
                    .reversed()
                    .thenComparing(Service::service))
            .limit(MOST_SERVICES)
            .toList());
  }
}
