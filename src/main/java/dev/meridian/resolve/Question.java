package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import org.jspecify.annotations.Nullable;

/** What a client asks: the records of one type at one name. */
public record Question(DnsName name, RecordType type) {

  /** The same, from text such as {@code api.example.com}. */
  public static Question of(String name, RecordType type) {
    return new Question(new DnsName(name), type);
  }

  public RrsetKey group() {
    return new RrsetKey(name, type);
  }

  @Override
  public String toString() {
    return name + " " + type;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Question that && name.equals(that.name) && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + type.hashCode();
  }
}
