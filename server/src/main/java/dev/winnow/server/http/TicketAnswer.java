package dev.winnow.server.http;

import dev.winnow.server.access.Tickets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket, as an answer gives it.
 *
 * @param ticket what to give as {@code ticket}, once
 * @param expiresAt from when on it is not accepted
 */
@Schema(name = "Ticket")
public record TicketAnswer(String ticket, Instant expiresAt) {
  static TicketAnswer of(Tickets.Ticket ticket) {
    return new TicketAnswer(ticket.text(), ticket.expires());
  }
}
