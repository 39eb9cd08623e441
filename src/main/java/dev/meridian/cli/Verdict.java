package dev.meridian.cli;

import dev.meridian.config.Expectation;
import java.util.List;

/**
 * How an expectation fared.
 *
 * @param failure why it failed, in lines; empty where it holds
 */
record Verdict(Expectation expectation, List<String> failure) {

  boolean passed() {
    return failure.isEmpty();
  }

  /** Such as {@code from DE, when eu-west-1 is down: us-east-1}. */
  String title() {
    String who = expectation.from().isEmpty() ? "everybody" : from();
    List<String> down = expectation.down();
    String when =
        down.isEmpty()
            ? ""
            : ", when " + String.join(" and ", down) + (down.size() > 1 ? " are" : " is") + " down";
    return who + when + ": " + ExpectedWords.of(expectation.answer());
  }

  private String from() {
    return "from "
        + String.join(", ", expectation.from().stream().map(client -> client.words()).toList());
  }

  /** The name and type asked for. */
  String question() {
    return expectation.name() + " " + expectation.type();
  }
}
