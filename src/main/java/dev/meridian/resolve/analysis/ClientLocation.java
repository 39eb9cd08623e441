package dev.meridian.resolve.analysis;

import dev.meridian.resolve.client.Client;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the world whose clients Route 53 locates alike.
 *
 * @param code a country, a US state such as {@code US-CA}, an AWS Region, or {@code unmapped}
 * @param network the CIDR block of the clients' addresses; null if their location is enough
 * @param share of all clients, 0..1
 */
public record ClientLocation(String code, @Nullable String network, Client client, double share) {

  public ClientLocation(String code, Client client, double share) {
    this(code, null, client, share);
  }

  /** Such as {@code DE} or {@code DE in 203.0.113.0/24}. */
  public String label() {
    return Optional.ofNullable(network).map(block -> code + " in " + block).orElse(code);
  }

  /** The same as {@code --from} accepts it, such as {@code DE+203.0.113.0/24}. */
  public String argument() {
    return Optional.ofNullable(network).map(block -> code + "+" + block).orElse(code);
  }
}
