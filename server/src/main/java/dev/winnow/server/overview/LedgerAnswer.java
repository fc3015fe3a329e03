package dev.winnow.server.overview;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The account of all records of a tenant since the store exists.
 *
 * @param received {@code accepted} and those that were not taken
 * @param accepted the sum of all outcomes in which the sender was told that all is well
 * @param outcomes what became of them: accepted ones are in_flight, stored, forwarded, sampled_out,
 *     dropped, duplicate or joined; the others refused or malformed
 * @param inFlight those that are on their way by now, by receiver
 * @param entries the same by receiver, service and reason
 */
@Schema(name = "Ledger")
public record LedgerAnswer(
    long received,
    long accepted,
    Map<String, Long> outcomes,
    Map<String, Long> inFlight,
    List<Entry> entries) {
  /** Records that came by one receiver, from one service, to one end. */
  @Schema(name = "LedgerEntry")
  public record Entry(
      String receiver, String service, String outcome, String reason, long records) {}
}
