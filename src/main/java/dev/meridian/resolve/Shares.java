package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The share of a client's requests that each endpoint gets. A client uses any one of the values
 * that are answered together, with equal probability.
 */
public final class Shares {
  /** The endpoint of answers without anything to connect to. */
  public static final String NOBODY = "(no answer)";

  /** The endpoint of answers that other name servers give, or that are not known yet. */
  public static final String NOT_KNOWN = "(not known)";

  /** Bits of a whole number that a double holds exactly. */
  private static final int MANTISSA = 53;

  private static final Ends ENDS = new Ends();

  private Shares() {}

  /** Whether {@code end} is something to connect to. */
  public static boolean isEndpoint(String end) {
    return !end.equals(NOBODY) && !end.equals(NOT_KNOWN);
  }

  /** Shares by endpoint; they add up to 1. */
  public static SortedMap<String, Double> of(List<Outcome> outcomes) {
    SortedMap<String, Double> shares = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      List<String> ends = ends(outcome.result());
      double each = each(outcome, ends);
      ends.forEach(end -> shares.merge(end, each, Double::sum));
    }
    return shares;
  }

  /** The share of each of an outcome's {@code ends}. */
  public static double each(Outcome outcome, List<String> ends) {
    BigFraction chance = outcome.probability();
    boolean exact =
        chance.getNumerator().bitLength() <= MANTISSA
            && chance.getDenominator().bitLength() <= MANTISSA;
    // The library's own conversion handles all sizes, but takes ten times as long.
    double share =
        exact
            ? chance.getNumerator().doubleValue() / chance.getDenominator().doubleValue()
            : chance.doubleValue();
    return share / ends.size();
  }

  /** The endpoints of a result; one that occurs twice counts twice. */
  public static List<String> ends(DnsResult result) {
    return result.accept(ENDS);
  }

  private static final class Ends implements DnsResult.Cases<List<String>> {
    private static List<String> endpoints(List<Value> values) {
      List<String> endpoints = new ArrayList<>(values.size());
      for (Value value : values) {
        endpoints.add(OutageModel.of(value));
      }
      return endpoints;
    }

    @Override
    public List<String> values(DnsResult.Values result) {
      return endpoints(result.values());
    }

    @Override
    public List<String> sample(DnsResult.Sample result) {
      return endpoints(result.records().stream().flatMap(List::stream).toList());
    }

    @Override
    public List<String> resource(DnsResult.Resource result) {
      return List.of(OutageModel.of(result.dnsName()));
    }

    @Override
    public List<String> elsewhere(DnsResult.Elsewhere result) {
      return List.of(OutageModel.of(result.host()));
    }

    @Override
    public List<String> referral(DnsResult.Referral result) {
      return List.of(NOT_KNOWN);
    }

    @Override
    public List<String> setByRoute53(DnsResult.SetByRoute53 result) {
      return List.of(NOT_KNOWN);
    }

    @Override
    public List<String> noData(DnsResult.NoData result) {
      return List.of(NOBODY);
    }

    @Override
    public List<String> nxDomain(DnsResult.NxDomain result) {
      return List.of(NOBODY);
    }

    @Override
    public List<String> loop(DnsResult.Loop result) {
      return List.of(NOBODY);
    }
  }
}
