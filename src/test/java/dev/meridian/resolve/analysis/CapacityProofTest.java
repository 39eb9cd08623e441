package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.testing.RandomCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compared with the loads of every client in every failure, one by one. */
class CapacityProofTest {
  private static final List<ClientLocation> WORLD =
      List.of(in("US", 0.25), in("DE", 0.25), in("JP", 0.3), in("BR", 0.2));

  @Test
  void anEndpointIsToldExactlyIfSomeFailureGivesItMoreThanItsCapacityWhileItIsUp() {
    RandomCases.forSome(
        random -> {
          RoutingPlan plan = SmallPlan.of(random);
          Case one = new Case(plan, Resolver.of(plan), OutageModel.of(plan), obligations(random));

          SortedMap<String, Integer> told = new TreeMap<>();
          for (Finding finding : one.findings()) {
            Outage outage = finding.example().orElseThrow().outage();
            told.put(finding.subject(), one.smallest(outage));
            assertThat(one.loads(outage).get(finding.subject()))
                .isGreaterThan(one.capacity(finding.subject()));
          }
          assertThat(told).isEqualTo(one.overCapacity());
        });
  }

  private static ClientLocation in(String code, double share) {
    Client client = ClientLocator.at(Client.UNKNOWN, new GeoLocation.Country(code));
    return new ClientLocation(code, client, share);
  }

  private static Obligations obligations(Random random) {
    Map<DnsName, Double> traffic = new HashMap<>();
    SmallPlan.NAMES.forEach(
        name -> traffic.put(SamplePlans.ZONE.child(name), 10.0 * (1 + random.nextInt(4))));
    Map<String, Double> capacity = new HashMap<>();
    for (String endpoint : List.of("us-east-1", "eu-west-1", "ap-southeast-1", "global", "other")) {
      if (random.nextInt(4) > 0) {
        capacity.put(endpoint, 3.7 + random.nextInt(90)); // no sum of shares is a hair away from it
      }
    }
    return new Obligations(random.nextInt(4), new TrafficModel(traffic, capacity), null);
  }

  private record Case(
      RoutingPlan plan, Resolver resolver, OutageModel model, Obligations obligations) {

    List<Finding> findings() {
      return Prover.prove(plan, resolver, WORLD, obligations).findings().stream()
          .filter(finding -> finding.kind() == Finding.Kind.OVER_CAPACITY)
          .toList();
    }

    double capacity(String endpoint) {
      return obligations.trafficModel().capacityOf(endpoint).orElse(Double.POSITIVE_INFINITY);
    }

    /** How many endpoints have to fail for this outage; accelerators can fail with them. */
    int smallest(Outage outage) {
      int[] least = {Integer.MAX_VALUE};
      List<String> down = new ArrayList<>(outage.endpoints());
      Subsets.upTo(
          down.size(),
          down.size(),
          failed -> {
            List<String> some = failed.stream().mapToObj(down::get).toList();
            if (model.complete(some).equals(outage.endpoints())) {
              least[0] = Math.min(least[0], some.size());
            }
          });
      return least[0];
    }

    /** The size of the smallest failure in which an endpoint that is up has too much to carry. */
    SortedMap<String, Integer> overCapacity() {
      SortedMap<String, Integer> found = new TreeMap<>();
      List<String> all = List.copyOf(model.names());
      Subsets.upTo(
          obligations.failures(),
          all.size(),
          failed -> {
            SortedSet<String> down = model.complete(failed.stream().mapToObj(all::get).toList());
            loads(Outage.of(down))
                .forEach(
                    (endpoint, load) -> {
                      if (load > capacity(endpoint) && !down.contains(endpoint)) {
                        found.putIfAbsent(endpoint, failed.cardinality());
                      }
                    });
          });
      return found;
    }

    SortedMap<String, Double> loads(Outage outage) {
      SortedMap<String, Double> loads = new TreeMap<>();
      HealthState health = model.health(outage);
      for (Question question : resolver.questions()) {
        double traffic = obligations.trafficModel().of(question, resolver);
        for (ClientLocation location : WORLD) {
          Evaluation evaluation =
              new Evaluation(resolver.order(location.client()), resolver.recordHealth(health));
          Shares.of(resolver.outcomes(question, evaluation))
              .forEach(
                  (end, share) ->
                      loads.merge(end, share * location.share() * traffic, Double::sum));
        }
      }
      return loads;
    }
  }
}
