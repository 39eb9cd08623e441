package dev.meridian.migrate;

import dev.meridian.model.DnsName;

/** A change of a policy that Meridian has no steps for. */
public final class CannotMigrate extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DnsName name;
  private final String fix;

  CannotMigrate(DnsName name, String what, String fix) {
    super(what);
    this.name = name;
    this.fix = fix;
  }

  /** The name whose policy changes. */
  public DnsName name() {
    return name;
  }

  /** What to do instead. */
  public String fix() {
    return fix;
  }
}
