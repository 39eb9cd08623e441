package dev.meridian.plan.rule;

import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RecordKey;

/** The part of a plan that a finding is about; its text names it to people. */
public sealed interface Subject {

  /** One record set. */
  record OfRecord(RecordKey key) implements Subject {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** The record sets of one name and type. */
  record OfGroup(GroupKey key) implements Subject {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** One health check, by its id. */
  record OfHealthCheck(String id) implements Subject {
    @Override
    public String toString() {
      return "health check " + id;
    }
  }

  /** One CIDR collection, by its name. */
  record OfCidrCollection(String name) implements Subject {
    @Override
    public String toString() {
      return "CIDR collection " + name;
    }
  }

  /** All of the plan. */
  record OfZone(DnsName zone) implements Subject {
    @Override
    public String toString() {
      return "zone " + zone;
    }
  }
}
