package dev.winnow.server.flow;

import dev.winnow.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a pipeline could not keep, and is not found again by itself. */
record Losses(Pipeline pipeline) {
  /** What was lost since the start; empty if nothing was. */
  Optional<String> inWords() {
    List<String> losses = new ArrayList<>();
    add(losses, pipeline.unwrittenLedgerRecords(), "records that the ledger does not tell of");
    add(losses, pipeline.lostTemplateChanges(), "changes of templates that the store lacks");
    add(losses, pipeline.unusableKnowledge(), "tenants whose templates are learned anew");
    return losses.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", losses));
  }

  private static void add(List<String> losses, long count, String what) {
    if (count > 0) {
      losses.add(count + " " + what);
    }
  }
}
