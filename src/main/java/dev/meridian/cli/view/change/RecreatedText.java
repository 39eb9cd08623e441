package dev.meridian.cli.view.change;

import dev.meridian.diagnostic.Origin;
import dev.meridian.preview.Preview.Recreated;
import java.util.Optional;

/** What would be deleted and created again under another name. */
public final class RecreatedText {
  private RecreatedText() {}

  /**
   * The notice.
   *
   * @param origin where the new record set or health check is declared, if that is known
   */
  public static Notice of(Recreated recreated, Optional<Origin> origin) {
    boolean record = recreated.record() != null;
    String at = origin.map(place -> " at " + place).orElse("");
    return new Notice(
        "recreated",
        recreated.deleted(),
        "it would be deleted, and created again as " + recreated.created(),
        "write was: "
            + recreated.was()
            + at
            + (record ? ", or keep its set identifier with identifier: " + recreated.was() : ""),
        false);
  }
}
