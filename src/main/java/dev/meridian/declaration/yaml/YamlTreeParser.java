package dev.meridian.declaration.yaml;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Builds the tree of one YAML 1.2 document from parser events. It does not use the library's own
 * composer, which keeps the second of two equal keys, has no limit for the depth, and counts
 * aliases instead of the values that they expand to.
 */
public final class YamlTreeParser {
  private static final int MAX_CHARACTERS = 16_000_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 1_000_000;

  /** More do not fit into the launcher's heap of 256 MB. Aliases share their values. */
  private static final int MAX_WRITTEN = 400_000;

  private static final LoadSettings SETTINGS = settings(1024);

  private final String file;
  private final Consumer<Diagnostic> diagnostics;
  private final ScalarTypes types = new ScalarTypes(SETTINGS.getSchema().getScalarResolver());
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private Iterator<Event> events = List.<Event>of().iterator();
  private long values;
  private long written;

  private record Anchored(YamlTree tree, long values) {}

  private static LoadSettings settings(int bufferSize) {
    return LoadSettings.builder()
        .setSchema(new CoreSchema())
        .setUseMarks(true)
        .setCodePointLimit(MAX_CHARACTERS)
        .setBufferSize(bufferSize)
        .build();
  }

  /**
   * The settings for a text. For each buffer that a long comment or scalar fills, the library
   * copies all of it, so a large text needs a large buffer.
   */
  private static LoadSettings settings(String yaml) {
    int large = 1 << 18;
    return yaml.length() < large ? SETTINGS : settings(large);
  }

  public YamlTreeParser(String file, Consumer<Diagnostic> diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** Returns the document; empty if it has no content, or cannot be read, which is reported. */
  public Optional<YamlTree> parse(String yaml) {
    if (yaml.length() > MAX_CHARACTERS) {
      diagnostics.accept(YamlErrors.tooLong(file, MAX_CHARACTERS));
      return Optional.empty();
    }
    try {
      events = new Parse(settings(yaml)).parseString(yaml).iterator();
      return document();
    } catch (MarkedYamlEngineException e) {
      diagnostics.accept(YamlErrors.syntax(file, e));
    } catch (ReaderException e) {
      diagnostics.accept(YamlErrors.character(file, yaml, e));
    } catch (NumberFormatException e) {
      diagnostics.accept(YamlErrors.escape(file, yaml));
    } catch (YamlVersionException e) {
      diagnostics.accept(YamlErrors.version(file, yaml));
    } catch (YamlAbort e) {
      diagnostics.accept(e.diagnostic());
    }
    return Optional.empty();
  }

  private Optional<YamlTree> document() throws YamlAbort {
    events.next(); // the stream's start
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    YamlTree root = node(events.next(), KeyPath.ROOT);
    events.next(); // the document's end
    Event second = events.next();
    if (second.getEventId() == Event.ID.DocumentStart) {
      throw new YamlAbort(
          at(second),
          "a second YAML document begins here",
          "keep one declaration per file; name another file with --config");
    }
    return Optional.of(root);
  }

  private YamlTree node(Event event, KeyPath path) throws YamlAbort {
    if (path.depth() > MAX_DEPTH) {
      throw new YamlAbort(
          at(event),
          "nested deeper than " + MAX_DEPTH + " levels",
          "reduce the nesting, or close brackets");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    if (++written > MAX_WRITTEN) {
      throw new YamlAbort(
          at(event),
          "the file has more than " + MAX_WRITTEN + " values",
          "split the names into several zones, with one file per zone");
    }
    long before = values++;
    YamlTree tree =
        switch (event.getEventId()) {
          case MappingStart -> mapping(event, path);
          case SequenceStart -> sequence(event, path);
          default -> types.scalar((ScalarEvent) event, at(event));
        };
    long size = values - before;
    ((NodeEvent) event)
        .getAnchor()
        .ifPresent(anchor -> anchors.put(anchor, new Anchored(tree, size)));
    return tree;
  }

  private YamlTree aliased(AliasEvent alias) throws YamlAbort {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw new YamlAbort(
          at(alias),
          "the anchor of the alias \"*" + alias.getAlias() + "\" is missing",
          "quote text that begins with *, or define the anchor with & before the alias");
    }
    values += anchored.values();
    if (values > MAX_VALUES) {
      throw new YamlAbort(
          at(alias),
          "aliases expand the file to more than " + MAX_VALUES + " values",
          "use fewer aliases");
    }
    return anchored.tree();
  }

  private YamlTree sequence(Event start, KeyPath path) throws YamlAbort {
    types.checkCollection(start, at(start));
    List<YamlTree> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, path.item(items.size())));
    }
    return new YamlTree.Sequence(at(start), items);
  }

  private YamlTree mapping(Event start, KeyPath path) throws YamlAbort {
    types.checkCollection(start, at(start));
    Map<String, YamlTree.Entry> entries = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      SourceLocation at = at(event);
      if (!(node(event, path.item(0)) instanceof YamlTree.Scalar key)) {
        throw new YamlAbort(at, "a key must be text", "write key: value");
      }
      KeyPath below = path.key(key.text());
      YamlTree value = node(events.next(), below);
      YamlTree.Entry earlier =
          entries.putIfAbsent(key.text(), new YamlTree.Entry(at, key.text(), value));
      if (earlier != null) {
        diagnostics.accept(YamlErrors.twice(at, below, earlier.at().line()));
      }
    }
    return new YamlTree.Mapping(at(start), List.copyOf(entries.values()));
  }

  private SourceLocation at(Event event) {
    return YamlErrors.source(file, event.getStartMark());
  }
}
