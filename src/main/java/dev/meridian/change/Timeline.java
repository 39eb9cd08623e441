package dev.meridian.change;

import dev.meridian.model.RecordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The record sets of one resource while its steps are done. */
record Timeline(RecordChange change, List<Operation> steps) {

  static Timeline of(RecordChange change) {
    return new Timeline(change, Operation.of(change.address(), change.action()));
  }

  /** What exists after some of the steps. Both versions can, if it is created before deleted. */
  List<RecordSet> present(Set<Operation> done) {
    boolean written = done.contains(Operation.write(change.address()));
    boolean removed = done.contains(Operation.remove(change.address()));
    boolean replacedInPlace = written && change.action() == Action.UPDATE;
    List<RecordSet> present = new ArrayList<>(2);
    if (!removed && !replacedInPlace) {
      present.addAll(change.before().records());
    }
    if (written && !(removed && deletesItself())) {
      present.addAll(change.after().records());
    }
    return present;
  }

  /**
   * Whether the deletion of the old record set deletes the new one: both have one key, and the new
   * one was written first.
   */
  boolean deletesItself() {
    return change.action() == Action.CREATE_THEN_DELETE
        && !change.isTrafficPolicy()
        && !change.before().keys().isEmpty()
        && change.before().keys().equals(change.after().keys());
  }
}
