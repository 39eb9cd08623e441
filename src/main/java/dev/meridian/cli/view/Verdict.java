package dev.meridian.cli.view;

import dev.meridian.declaration.Expectation;
import java.util.List;
import java.util.SortedSet;

/**
 * How an expectation fared.
 *
 * @param failure why it failed, in lines; empty where it holds
 * @param unread what could not be read, so that nobody knows whether it holds; else empty
 */
public record Verdict(Expectation expectation, List<String> failure, SortedSet<String> unread) {

  public static Verdict notKnown(Expectation expectation, SortedSet<String> unread) {
    return new Verdict(expectation, List.of(NotKnownText.line(unread)), unread);
  }

  public boolean passed() {
    return failure.isEmpty();
  }

  /** Such as {@code from DE, when eu-west-1 is down: us-east-1}. */
  public String title() {
    String who = expectation.from().isEmpty() ? "everybody" : from();
    List<String> down = expectation.down();
    String when =
        down.isEmpty()
            ? ""
            : ", when " + String.join(" and ", down) + (down.size() > 1 ? " are" : " is") + " down";
    return who + when + ": " + ExpectedAnswerText.of(expectation.answer());
  }

  private String from() {
    return "from "
        + String.join(", ", expectation.from().stream().map(client -> client.text()).toList());
  }

  /** The name and type asked for. */
  public String question() {
    return expectation.name() + " " + expectation.type();
  }
}
