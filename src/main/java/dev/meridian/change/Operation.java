package dev.meridian.change;

import java.util.List;

/**
 * One step of Terraform: it writes a resource (creates or updates it), or removes it.
 *
 * @param address of the resource's instance
 */
record Operation(String address, Kind kind) {

  /** What a step does. */
  enum Kind {
    WRITE,
    REMOVE
  }

  static Operation write(String address) {
    return new Operation(address, Kind.WRITE);
  }

  static Operation remove(String address) {
    return new Operation(address, Kind.REMOVE);
  }

  boolean isWrite() {
    return kind == Kind.WRITE;
  }

  /** The steps for one resource, in their order. */
  static List<Operation> of(String address, Action action) {
    return switch (action) {
      case CREATE, UPDATE -> List.of(write(address));
      case DELETE -> List.of(remove(address));
      case DELETE_THEN_CREATE -> List.of(remove(address), write(address));
      case CREATE_THEN_DELETE -> List.of(write(address), remove(address));
      case IMPORT, FORGET, NO_CHANGE -> List.of();
    };
  }
}
