package dev.meridian.change;

import dev.meridian.model.DnsName;
import java.util.Set;

/**
 * A state of one component in the middle of an apply: some record sets are removed, and what
 * replaces them is not written yet.
 *
 * @param component one of {@link Components}
 * @param causes the steps that cause the state
 * @param worst all steps that are done if what replaces the record sets is written as late as
 *     possible
 * @param best the same if everything that can be written is written before
 */
record Phase(DnsName component, Set<Operation> causes, Set<Operation> worst, Set<Operation> best) {
  Phase {
    causes = Set.copyOf(causes);
    worst = Set.copyOf(worst);
    best = Set.copyOf(best);
  }
}
