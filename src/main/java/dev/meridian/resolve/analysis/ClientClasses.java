package dev.meridian.resolve.analysis;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.resolve.CandidateOrder;
import dev.meridian.resolve.CidrIndex;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.client.Client;
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
 * Divides clients into classes. Two clients are in the same class if, in each group that depends on
 * the client, the same records apply to them in the same order.
 */
public final class ClientClasses {
  private final Resolver resolver;

  public ClientClasses(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The classes for one question, the most populous first. */
  public List<ClientClass> of(Question question, List<ClientLocation> locations) {
    Set<RecordGroup> groups = resolver.groups(question);
    List<RecordGroup> networks =
        groups.stream().filter(g -> g.kind == PolicyKind.IP_BASED).toList();
    List<ClientClass> clientClasses = new ArrayList<>();
    for (List<ClientLocation> alike : alike(locations, groups)) {
      clientClasses.add(ClientClass.of(alike, resolver.order(alike.get(0).client())));
    }
    if (!networks.isEmpty()) {
      clientClasses = byAddress(clientClasses, networks);
    }
    clientClasses.sort(ClientClass.MOST_POPULOUS);
    return clientClasses;
  }

  /** Whether the answer depends on where the client is. */
  public boolean isLocated(Question question) {
    return resolver.groups(question).stream().anyMatch(group -> isLocated(group.kind));
  }

  private static boolean isLocated(PolicyKind kind) {
    return switch (kind) {
      case LATENCY, GEOLOCATION, GEOPROXIMITY, IP_BASED, AZ_AFFINITY -> true;
      case SIMPLE, WEIGHTED, FAILOVER, MULTIVALUE -> false;
    };
  }

  private Collection<List<ClientLocation>> alike(
      List<ClientLocation> locations, Collection<RecordGroup> groups) {
    List<RecordGroup> deciding = groups.stream().filter(group -> isLocated(group.kind)).toList();
    Map<List<List<IndexedRecord>>, List<ClientLocation>> classes = new LinkedHashMap<>();
    for (ClientLocation location : locations) {
      CandidateOrder order = resolver.order(location.client());
      List<List<IndexedRecord>> signature =
          deciding.stream().map(group -> Arrays.asList(order.of(group))).toList();
      classes.computeIfAbsent(signature, key -> new ArrayList<>()).add(location);
    }
    return classes.values();
  }

  /**
   * Adds each class once more for every network that an IP-based group distinguishes. The number of
   * people there is not known, so these classes have no share.
   */
  private List<ClientClass> byAddress(List<ClientClass> clientClasses, List<RecordGroup> networks) {
    List<ClientClass> all = new ArrayList<>(clientClasses);
    List<ClientLocation> sample = new ArrayList<>();
    addresses(networks)
        .forEach(
            (label, address) ->
                sample.add(new ClientLocation(label, Client.UNKNOWN.withAddress(address), 0)));
    for (List<ClientLocation> alike : alike(sample, networks)) {
      ClientLocation network = alike.get(0);
      for (ClientClass clientClass : clientClasses) {
        ClientLocation place = clientClass.example();
        Client client = place.client().withAddress(network.client().address());
        ClientLocation location = new ClientLocation(place.code(), network.code(), client, 0);
        all.add(new ClientClass(List.of(location), resolver.order(client), 0));
      }
    }
    return all;
  }

  private Map<String, IPAddress> addresses(List<RecordGroup> networks) {
    Map<String, IPAddress> found = new TreeMap<>();
    for (RecordGroup group : networks) {
      if (group.members[0].record.policy() instanceof RoutingPolicy.IpBased policy) {
        CidrIndex blocks = resolver.index().blocks(policy.collection());
        if (blocks != null) {
          blocks.all().forEach(block -> found.put(block.toString(), block));
        }
      }
    }
    return found;
  }
}
