package dev.meridian.adopt;

import dev.meridian.operate.Difference;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the DNS stack of a declaration takes over an existing zone. Parts are named as in {@link
 * Difference#subject}.
 *
 * @param imports import IDs by address in the DNS stack
 * @param created parts that do not exist yet
 * @param changed fields that Terraform changes in place after the import
 * @param replaced parts that Terraform would create again and destroy after the import, with the
 *     fields that differ; they are not in {@code imports}
 * @param inTheWay existing record sets with the name and type of a declared one, which answer
 *     together with it or prevent its creation
 * @param staying existing record sets that the declaration does not name
 * @param notCompared what is imported but could not be compared, as text
 * @param ownership how many ownership records do not exist yet; they are not in {@code created}
 */
public record Adoption(
    SortedMap<String, String> imports,
    List<String> created,
    List<Difference> changed,
    List<Difference> replaced,
    List<String> inTheWay,
    List<String> staying,
    List<String> notCompared,
    int ownership) {

  public Adoption {
    imports = Collections.unmodifiableSortedMap(new TreeMap<>(imports));
    created = List.copyOf(created);
    changed = List.copyOf(changed);
    replaced = List.copyOf(replaced);
    inTheWay = List.copyOf(inTheWay);
    staying = List.copyOf(staying);
    notCompared = List.copyOf(notCompared);
  }

  /** Whether everything that exists and is declared is exactly as declared. */
  public boolean isExact() {
    return changed.isEmpty() && replaced.isEmpty() && inTheWay.isEmpty() && notCompared.isEmpty();
  }
}
