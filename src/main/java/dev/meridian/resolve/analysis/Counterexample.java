package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Outage;
import org.jspecify.annotations.Nullable;

/** A failure that breaks an obligation for a crowd. */
record Counterexample(Outage outage, ClientClass crowd) {

  /** The smaller failure of the two, and among equals the one that hits more people. */
  static Counterexample worse(@Nullable Counterexample known, Counterexample other) {
    if (known == null) {
      return other;
    }
    int more = other.outage.endpoints().size() - known.outage.endpoints().size();
    boolean replaces = more < 0 || (more == 0 && other.crowd.share() > known.crowd.share());
    return replaces ? other : known;
  }
}
