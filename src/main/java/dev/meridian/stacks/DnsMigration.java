package dev.meridian.stacks;

import dev.meridian.model.RecordKey;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the DNS stack has besides its resources, so that existing resources become those of the
 * stack without being created again.
 *
 * @param imports import IDs by address; every resource must be in the stack
 * @param moves the addresses of resources by their earlier ones
 * @param names the resource names of record sets that have other names than usual
 * @param waits the record set that each record set has to wait for
 */
public record DnsMigration(
    SortedMap<String, String> imports,
    SortedMap<String, String> moves,
    Map<RecordKey, String> names,
    Map<RecordKey, RecordKey> waits) {
  /** Nothing. */
  public static final DnsMigration NONE =
      new DnsMigration(
          Collections.emptySortedMap(), Collections.emptySortedMap(), Map.of(), Map.of());

  public DnsMigration {
    imports = Collections.unmodifiableSortedMap(new TreeMap<>(imports));
    moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
    names = Map.copyOf(names);
    waits = Map.copyOf(waits);
  }

  /** Only imports. */
  public static DnsMigration ofImports(SortedMap<String, String> imports) {
    return NONE.withImports(imports);
  }

  /** The same with other imports. */
  public DnsMigration withImports(SortedMap<String, String> other) {
    return new DnsMigration(other, moves, names, waits);
  }
}
