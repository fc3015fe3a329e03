package dev.winnow.server.http.settings;

import dev.winnow.server.access.Principal;
import dev.winnow.server.http.Caller;
import dev.winnow.server.http.Parts;
import dev.winnow.server.settings.Administration;
import dev.winnow.server.settings.GigabytePrice;
import dev.winnow.server.settings.Prices;
import dev.winnow.storage.control.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/settings/price}: what records cost, by which bytes are shown as money. */
@Path("/api/v1/settings/price")
@Tag(
    name = "Price",
    description = "What a gigabyte of your tenant's records costs. Admins change it.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class PriceResource {
  private final Administration administration;
  private final Prices prices;
  private final Caller caller;

  @Inject
  PriceResource(Parts parts, Caller caller) {
    administration = parts.administration();
    prices = administration.prices();
    this.caller = caller;
  }

  /** The price of the tenant. */
  @GET
  @Operation(summary = "Get the price")
  public PriceAnswer find() {
    return PriceAnswer.of(prices.find(caller.principal().tenantId()));
  }

  /** Sets the price. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set the price")
  public PriceAnswer put(
      @RequestBody(content = @Content(schema = @Schema(implementation = PriceRequest.class)))
          byte[] body) {
    Principal sender = administrator();
    GigabytePrice price = GigabytePrice.parse(body);
    prices.put(administration.actor(sender), sender.tenantId(), price);
    return PriceAnswer.of(Optional.of(price));
  }

  /** Removes the price. */
  @DELETE
  @Operation(summary = "Remove the price, if there is one")
  public void remove() {
    Principal sender = administrator();
    prices.remove(administration.actor(sender), sender.tenantId());
  }

  private Principal administrator() {
    Principal sender = caller.principal();
    sender.require(Role.ADMIN);
    return sender;
  }
}
