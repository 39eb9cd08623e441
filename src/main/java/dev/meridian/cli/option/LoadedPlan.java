package dev.meridian.cli.option;

import dev.meridian.compile.Origins;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A routing plan, and where it was found.
 *
 * @param name what messages call its source
 * @param declared the declaration it was compiled from; null where it was read back
 * @param zoneId of its hosted zone; null where the zone is yet to be made
 * @param leftOut what the source holds and the plan cannot say, in lines for people
 * @param unread the record sets among {@code leftOut}
 * @param origins where the parts of the plan are declared
 */
public record LoadedPlan(
    String name,
    RoutingPlan plan,
    ZoneKind kind,
    DeclarationOption.@Nullable Loaded declared,
    @Nullable String zoneId,
    List<String> leftOut,
    List<UnreadRecord> unread,
    Origins origins) {

  public LoadedPlan {
    leftOut = List.copyOf(leftOut);
    unread = List.copyOf(unread);
  }

  static LoadedPlan of(DeclarationOption.Loaded loaded) {
    return new LoadedPlan(
        loaded.file().toString(),
        loaded.compiled().plan(),
        loaded.deployment().zone().kind(),
        loaded,
        null,
        List.of(),
        List.of(),
        loaded.compiled().origins());
  }

  /** The declaration, where the plan comes from one. */
  Optional<DeclarationOption.Loaded> declaration() {
    return Optional.ofNullable(declared);
  }
}
