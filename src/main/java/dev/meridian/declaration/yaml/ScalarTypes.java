package dev.meridian.declaration.yaml;

import dev.meridian.declaration.yaml.YamlTree.Scalar.Kind;
import dev.meridian.diagnostic.SourceLocation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** The YAML types of values. A quoted value is always text. */
final class ScalarTypes {
  private static final Map<Tag, Kind> KINDS =
      Map.of(
          Tag.STR, Kind.TEXT,
          Tag.MERGE, Kind.TEXT,
          Tag.INT, Kind.INTEGER,
          Tag.FLOAT, Kind.DECIMAL,
          Tag.BOOL, Kind.BOOLEAN,
          Tag.NULL, Kind.NOTHING);
  private static final Set<Tag> COLLECTIONS = Set.of(Tag.SEQ, Tag.MAP);

  private final ScalarResolver resolver;

  ScalarTypes(ScalarResolver resolver) {
    this.resolver = resolver;
  }

  YamlTree scalar(ScalarEvent event, SourceLocation at) throws YamlAbort {
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    Optional<String> tag = event.getTag().filter(text -> !text.equals("!"));
    Tag resolved = tag.map(Tag::new).orElseGet(() -> resolver.resolve(event.getValue(), plain));
    Kind kind = KINDS.get(resolved);
    if (kind == null) {
      throw unknown(at, resolved);
    }
    return new YamlTree.Scalar(at, event.getValue(), kind);
  }

  void checkCollection(Event event, SourceLocation at) throws YamlAbort {
    Optional<Tag> tag = ((CollectionStartEvent) event).getTag().map(Tag::new);
    if (tag.isPresent() && !COLLECTIONS.contains(tag.get())) {
      throw unknown(at, tag.get());
    }
  }

  private static YamlAbort unknown(SourceLocation at, Tag tag) {
    String written = tag.getValue().replace(Tag.PREFIX, "!!");
    return new YamlAbort(at, "the YAML tag " + written + " is not supported", "remove the tag");
  }
}
