package dev.meridian.resolve;

import org.jspecify.annotations.Nullable;

/** A failure that breaks an obligation for a crowd. */
record Breach(Outage outage, Crowd crowd) {

  /** The smaller failure of the two, and among equals the one that hits more people. */
  static Breach worse(@Nullable Breach known, Breach other) {
    if (known == null) {
      return other;
    }
    int more = other.outage.endpoints().size() - known.outage.endpoints().size();
    boolean replaces = more < 0 || (more == 0 && other.crowd.share() > known.crowd.share());
    return replaces ? other : known;
  }
}
