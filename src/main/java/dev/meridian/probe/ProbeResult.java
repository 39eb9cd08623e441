package dev.meridian.probe;

/**
 * The result of one probe.
 *
 * @param words what happened, such as {@code status 200} or {@code connection refused}
 */
public record ProbeResult(boolean passed, String words) {

  static ProbeResult passed(String words) {
    return new ProbeResult(true, words);
  }

  static ProbeResult failed(String words) {
    return new ProbeResult(false, words);
  }
}
