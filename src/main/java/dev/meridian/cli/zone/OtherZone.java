package dev.meridian.cli.zone;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.RoutingPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The private zones of two declarations whose public zones are compared. */
public final class OtherZone {

  private OtherZone() {}

  /** Why the comparison does not say everything; empty if the private zones are the same. */
  public static Optional<String> notCompared(LoadedPlan before, LoadedPlan after) {
    if (before.declared() == null || after.declared() == null) {
      return Optional.empty();
    }
    Optional<DeclarationOption.Loaded> old = privateZone(before.declared());
    Optional<DeclarationOption.Loaded> now = privateZone(after.declared());
    if (old.map(OtherZone::plan).equals(now.map(OtherZone::plan))) {
      return Optional.empty();
    }
    if (old.isPresent() && now.isPresent()) {
      return Optional.of("The private zones differ too: add --zone-kind private to compare them.");
    }
    LoadedPlan only = old.isPresent() ? before : after;
    return Optional.of("Only " + only.name() + " has a private zone, which was not compared.");
  }

  private static Optional<DeclarationOption.Loaded> privateZone(
      DeclarationOption.@Nullable Loaded loaded) {
    return Optional.ofNullable(loaded).flatMap(DeclarationOption.Loaded::ofPrivateZone);
  }

  private static RoutingPlan plan(DeclarationOption.Loaded loaded) {
    return CanonicalPlan.of(loaded.compiled().plan());
  }
}
