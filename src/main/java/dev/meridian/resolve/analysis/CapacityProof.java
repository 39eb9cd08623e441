package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds the endpoints that have to carry more than their capacity. */
final class CapacityProof {
  private final Resolver resolver;
  private final OutageModel outageModel;
  private final Obligations obligations;

  CapacityProof(Resolver resolver, OutageModel outageModel, Obligations obligations) {
    this.resolver = resolver;
    this.outageModel = outageModel;
    this.obligations = obligations;
  }

  /** The smallest failure that exceeds each endpoint's capacity. */
  List<Finding> findings(List<NameProof> proofs) {
    List<String> all = List.copyOf(outageModel.names());
    double[] capacities =
        all.stream()
            .mapToDouble(e -> trafficModel().capacityOf(e).orElse(Double.POSITIVE_INFINITY))
            .toArray();
    List<Burden> burdens =
        proofs.stream().filter(NameProof::hasLoads).map(proof -> burden(proof, all)).toList();
    Finding[] found = new Finding[all.size()];
    Subsets.upTo(
        obligations.failures(),
        all.size(),
        down -> {
          double[] loads = new double[capacities.length];
          burdens.forEach(burden -> burden.addTo(loads, down));
          for (int i = 0; i < loads.length; i++) {
            if (loads[i] > capacities[i] && !down.get(i) && found[i] == null) {
              List<String> failed = down.stream().mapToObj(all::get).toList();
              Outage outage = outageModel.complete(Outage.of(failed));
              if (!outage.endpoints().contains(all.get(i))) {
                found[i] = overCapacity(all.get(i), loads[i], outage);
              }
            }
          }
        });
    return Arrays.stream(found).filter(Objects::nonNull).toList();
  }

  private TrafficModel trafficModel() {
    return obligations.trafficModel();
  }

  private Burden burden(NameProof proof, List<String> all) {
    int[] places = proof.names().stream().mapToInt(all::indexOf).toArray();
    return new Burden(proof, places, trafficModel().of(proof.question(), resolver));
  }

  /**
   * The load that one name causes.
   *
   * @param places the indexes of the name's endpoints among all endpoints
   * @param traffic requests per second
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared or changed
  private record Burden(NameProof proof, int[] places, double traffic) {
    void addTo(double[] loads, BitSet down) {
      proof.addLoads(down, places, traffic, loads);
    }
  }

  private Finding overCapacity(String endpoint, double load, Outage outage) {
    String message =
        String.format(
            Locale.ROOT,
            "has to carry %.1f requests per second, more than its capacity of %.1f, with %s",
            load,
            trafficModel().capacityOf(endpoint).orElseThrow(),
            outage);
    Finding.Counterexample example = new Finding.Counterexample(outage, null, null);
    Finding.Part part = new Finding.Part.Capacity(endpoint);
    return new Finding(Finding.Kind.OVER_CAPACITY, endpoint, part, message, example);
  }
}
