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
  /** Accounts stay in memory, and metrics repeat their names. */
  static final int MAX_NAME = 256;

  private final String receiver;
  private final Map<String, Map<Reason, long[]>> records = new LinkedHashMap<>();

  LedgerDraft(String receiver) {
    this.receiver = receiver;
  }

  void add(String serviceName, Reason reason) {
    add(serviceName, reason, 1);
  }

  void add(String serviceName, Reason reason, long count) {
    records.computeIfAbsent(shortened(serviceName), any -> new EnumMap<>(Reason.class))
            .computeIfAbsent(reason, any -> new long[1])[0] +=
        count;
  }

  private static String shortened(String serviceName) {
    if (serviceName.length() <= MAX_NAME) {
      return serviceName;
    }
    boolean isHalved = Character.isHighSurrogate(serviceName.charAt(MAX_NAME - 1));
    return serviceName.substring(0, isHalved ? MAX_NAME - 1 : MAX_NAME);
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
