package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sorts clients into crowds. What decides is the order of applicable records in each group that
 * depends on the client, so that two crowds never hide a difference and hardly ever repeat one.
 */
final class Crowds {
  private final Resolver resolver;

  Crowds(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The crowds of one question, the most populous first. */
  List<Crowd> of(Question question, List<Cell> cells) {
    Set<Group> groups = resolver.groups(question);
    List<Group> networks = groups.stream().filter(g -> g.kind == PolicyKind.IP_BASED).toList();
    List<Crowd> crowds = new ArrayList<>();
    for (List<Cell> alike : alike(cells, groups)) {
      crowds.add(Crowd.of(alike, resolver.order(alike.get(0).client())));
    }
    if (!networks.isEmpty()) {
      crowds = byAddress(crowds, networks);
    }
    crowds.sort(Crowd.MOST_POPULOUS);
    return crowds;
  }

  private Collection<List<Cell>> alike(List<Cell> cells, Collection<Group> groups) {
    List<Group> deciding =
        groups.stream()
            .filter(
                group ->
                    switch (group.kind) {
                      case LATENCY, GEOLOCATION, GEOPROXIMITY, IP_BASED -> group.members.length > 0;
                      case SIMPLE, WEIGHTED, FAILOVER, MULTIVALUE -> false;
                    })
            .toList();
    Map<List<List<Member>>, List<Cell>> classes = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Order order = resolver.order(cell.client());
      List<List<Member>> signature =
          deciding.stream().map(group -> Arrays.asList(order.of(group))).toList();
      classes.computeIfAbsent(signature, key -> new ArrayList<>()).add(cell);
    }
    return classes.values();
  }

  /**
   * Each crowd once more for every network that an IP-based group tells apart. Nobody knows how
   * many people are there: such crowds have no share.
   */
  private List<Crowd> byAddress(List<Crowd> crowds, List<Group> networks) {
    List<Crowd> all = new ArrayList<>(crowds);
    List<Cell> sample = new ArrayList<>();
    addresses(networks)
        .forEach(
            (label, address) ->
                sample.add(new Cell(label, Client.UNKNOWN.withAddress(address), 0)));
    for (List<Cell> alike : alike(sample, networks)) {
      Cell network = alike.get(0);
      for (Crowd crowd : crowds) {
        Cell place = crowd.example();
        Client client = place.client().withAddress(network.client().address());
        Cell cell = new Cell(place.code() + " in " + network.code(), client, 0);
        all.add(new Crowd(List.of(cell), resolver.order(client), 0));
      }
    }
    return all;
  }

  private Map<String, IPAddress> addresses(List<Group> networks) {
    Map<String, IPAddress> found = new TreeMap<>();
    for (Group group : networks) {
      if (group.members[0].record.policy() instanceof RoutingPolicy.IpBased policy) {
        Blocks blocks = resolver.index().blocks(policy.collection());
        if (blocks != null) {
          blocks.all().forEach(block -> found.put(block.toString(), block));
        }
      }
    }
    return found;
  }
}
