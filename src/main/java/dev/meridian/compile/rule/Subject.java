package dev.meridian.compile.rule;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RrsetKey;
import org.jspecify.annotations.Nullable;

/** The part of a plan that a finding is about; {@code toString} is its name for people. */
public sealed interface Subject {

  /** One record set. */
  record OfRecord(RecordKey key) implements Subject {
    @Override
    public String toString() {
      return key.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfRecord that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  /** The record sets of one name and type. */
  record OfGroup(RrsetKey key) implements Subject {
    @Override
    public String toString() {
      return key.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfGroup that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  /** One health check, by its id. */
  record OfHealthCheck(String id) implements Subject {
    @Override
    public String toString() {
      return "health check " + id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfHealthCheck that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** One CIDR collection, by its name. */
  record OfCidrCollection(String name) implements Subject {
    @Override
    public String toString() {
      return "CIDR collection " + name;
    }
  }

  /** One accelerator of the declaration, by its name. */
  record OfAccelerator(String name) implements Subject {
    @Override
    public String toString() {
      return "accelerator " + name;
    }
  }

  /** The whole plan. */
  record OfZone(DnsName zone) implements Subject {
    @Override
    public String toString() {
      return "zone " + zone;
    }
  }
}
