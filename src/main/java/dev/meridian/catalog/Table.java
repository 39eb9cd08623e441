package dev.meridian.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The rows of a data file of this package, by code. */
final class Table<T> {
  private final SortedMap<String, T> rows;
  private final List<T> all;
  private final SortedSet<String> codes;

  private Table(SortedMap<String, T> rows) {
    this.rows = rows;
    this.all = List.copyOf(rows.values());
    this.codes = Collections.unmodifiableSortedSet(new TreeSet<>(rows.keySet()));
  }

  /** Reads {@code file}. An error in it is a bug of Meridian, so it is an exception. */
  static <T> Table<T> read(
      String file, Function<NamedCsvRecord, T> parse, Function<T, String> code) {
    SortedMap<String, T> rows = new TreeMap<>();
    try (InputStream data = Table.class.getResourceAsStream(file)) {
      if (data == null) {
        throw new IllegalStateException("no data file " + file);
      }
      for (NamedCsvRecord record : records(data)) {
        T row = parse.apply(record);
        if (rows.put(code.apply(row), row) != null) {
          throw new IllegalStateException(file + " has two rows for " + code.apply(row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Table<>(rows);
  }

  private static CsvReader<NamedCsvRecord> records(InputStream data) {
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.SKIP)
        .ofNamedCsvRecord(new InputStreamReader(data, UTF_8));
  }

  Optional<T> byCode(String code) {
    return Optional.ofNullable(rows.get(code));
  }

  List<T> all() {
    return all;
  }

  SortedSet<String> codes() {
    return codes;
  }
}
