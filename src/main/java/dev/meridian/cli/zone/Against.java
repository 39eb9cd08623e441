package dev.meridian.cli.zone;

import dev.meridian.change.ChangeGuard;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.view.change.ChangeNotices;
import dev.meridian.cli.view.change.GuardText;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.view.change.RecreatedText;
import dev.meridian.compile.Origins;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.preview.ChangePreview;
import dev.meridian.preview.Preview;
import dev.meridian.preview.Preview.Recreated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What applying a declaration would do to what exists.
 *
 * @param basis sentences that say what this rests on
 */
public record Against(Preview preview, List<Notice> notices, List<String> basis) {

  public static Against of(
      LoadedPlan before, DeclarationOption.Loaded declared, ChangeGuard guard, boolean forced)
      throws BadInput {
    ComparedZone compared = ComparedZone.of(before, LoadedPlan.of(declared));
    ManagedZones zones = ManagedZones.of(compared, declared);
    Preview preview =
        ChangePreview.of(
            zones.before(),
            zones.after(),
            compared.after().kind(),
            before.knownZoneId().orElse(null));
    List<Notice> notices = new ArrayList<>();
    DeclarationOption.Loaded earlier = before.declared();
    if (earlier != null) {
      notices.addAll(StackDifferences.between(earlier.deployment(), declared.deployment()));
      notices.addAll(PrivateZoneDifferences.between(earlier, declared));
    }
    Origins origins = declared.compiled().origins();
    preview.recreated().forEach(one -> notices.add(RecreatedText.of(one, origin(one, origins))));
    notices.addAll(OtherOwners.in(before, declared.deployment()));
    notices.addAll(unread(before, declared.compiled().plan()));
    notices.addAll(
        ChangeNotices.of(preview.changes(), ClientPopulation.of(before, LoadedPlan.of(declared))));
    notices.addAll(
        GuardText.of(
            guard, List.of(preview.counts(declared.deployment().zoneName().text())), forced));
    return new Against(preview, notices, zones.basis().stream().toList());
  }

  /** What could not be read, and may have a declared name. */
  private static List<Notice> unread(LoadedPlan before, RoutingPlan declared) {
    Set<DnsName> names =
        declared.records().stream().map(RecordSet::name).collect(Collectors.toSet());
    return before.unread().stream()
        .filter(record -> record.owner().map(names::contains).orElse(true))
        .map(
            record ->
                new Notice(
                    "not-known",
                    record.toString(),
                    "it could not be read in "
                        + before.name()
                        + ", so it is not known what happens to it",
                    "read it from another source",
                    false))
        .toList();
  }

  private static Optional<Origin> origin(Recreated one, Origins origins) {
    if (one.record() != null) {
      return origins.of(one.record());
    }
    return Optional.ofNullable(one.healthCheck()).flatMap(origins::ofHealthCheck);
  }
}
