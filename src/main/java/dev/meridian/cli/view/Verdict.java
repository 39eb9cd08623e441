package dev.meridian.cli.view;

import dev.meridian.declaration.Expectation;
import dev.meridian.declaration.ExpectedAnswer;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of an expectation.
 *
 * @param zoneKind {@code public} or {@code private}
 * @param failure why it failed, in lines; empty if it passed
 * @param unread what could not be read, so that the result is not known; otherwise empty
 * @param policy where the routing policy of the name is declared; null if that is not known
 */
public record Verdict(
    Expectation expectation,
    List<String> failure,
    SortedSet<String> unread,
    @Nullable Origin policy,
    String zoneKind) {

  /** Where the expectation is written. */
  public Origin origin() {
    return new Origin(expectation.at(), KeyPath.verbatim(expectation.path()));
  }

  public Optional<Origin> policyOrigin() {
    return Optional.ofNullable(policy);
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
    return who + when + ": " + expectation.answer().accept(new AnswerText());
  }

  private String from() {
    return "from "
        + String.join(", ", expectation.from().stream().map(client -> client.text()).toList());
  }

  /** The name and type asked for, and that clients in VPCs ask. */
  public String question() {
    String asked = expectation.name() + " " + expectation.type();
    return asked + (zoneKind.equals("private") ? " (private zone)" : "");
  }

  /** An expected answer as text for people. */
  private static final class AnswerText implements ExpectedAnswer.Cases<String> {
    @Override
    public String nobody(ExpectedAnswer.Nobody answer) {
      return "no answer";
    }

    @Override
    public String among(ExpectedAnswer.Among answer) {
      return String.join(", ", answer.endpoints());
    }

    @Override
    public String shared(ExpectedAnswer.Shared answer) {
      return answer.weights().entrySet().stream()
          .map(share -> share.getKey() + " " + share.getValue())
          .collect(Collectors.joining(", "));
    }
  }
}
