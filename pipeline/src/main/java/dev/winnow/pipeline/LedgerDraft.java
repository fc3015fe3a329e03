package dev.winnow.pipeline;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.storage.LedgerDelta;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records of one receiver while they are counted by service and reason. */
final class LedgerDraft {
  private final String receiver;
  private final Map<String, Map<Reason, long[]>> records = new LinkedHashMap<>();

  LedgerDraft(String receiver) {
    this.receiver = receiver;
  }

  void add(String serviceName, Reason reason) {
    add(serviceName, reason, 1);
  }

  void add(String serviceName, Reason reason, long count) {
    records.computeIfAbsent(serviceName, any -> new EnumMap<>(Reason.class))
            .computeIfAbsent(reason, any -> new long[1])[0] +=
        count;
  }

  List<LedgerDelta> deltas() {
    List<LedgerDelta> deltas = new ArrayList<>();
    records.forEach((serviceName, byReason) ->
        byReason.forEach((reason, count) -> {
          if (count[0] > 0) {
            deltas.add(new LedgerDelta(receiver, serviceName, reason, count[0]));
          }
        }));
    return deltas;
  }
}
