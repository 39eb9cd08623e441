package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Outage;
import org.jspecify.annotations.Nullable;

/** A failure during which a class of clients gets a wrong answer. */
record Counterexample(Outage outage, ClientClass clients) {

  /** The smaller failure of the two; of two equally small ones, the one with more people. */
  static Counterexample worse(@Nullable Counterexample known, Counterexample other) {
    if (known == null) {
      return other;
    }
    int more = other.outage.endpoints().size() - known.outage.endpoints().size();
    boolean replaces = more < 0 || (more == 0 && other.clients.share() > known.clients.share());
    return replaces ? other : known;
  }
}
