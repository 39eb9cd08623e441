package dev.meridian.report;

/** How something in one version of a zone differs from the other version. */
public enum Mark {
  SAME(""),
  ADDED("+"),
  REMOVED("−"),
  CHANGED("±"),

  /** It could not be fully read in one of the versions. */
  NOT_COMPARED("?");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /** Such as {@code +}, so that the mark does not depend on colors. */
  public String sign() {
    return sign;
  }

  /** Such as {@code added}. */
  public String word() {
    return switch (this) {
      case SAME -> "same";
      case ADDED -> "added";
      case REMOVED -> "removed";
      case CHANGED -> "changed";
      case NOT_COMPARED -> "not compared";
    };
  }
}
