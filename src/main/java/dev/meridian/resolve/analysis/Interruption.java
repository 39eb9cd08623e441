package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.AnswerComparison.Answers;
import dev.meridian.resolve.analysis.AnswerComparison.Side;
import dev.meridian.resolve.client.Client;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What clients lack in a state between two plans: an answer that they have before and after it.
 *
 * @param places labels of the locations with clients that are without an answer, the most populous
 *     first
 * @param unanswered the share of the world's population that is without an answer, 0..1; a client
 *     who gets one with a probability counts in part
 * @param diverted the share whose answers are other ones than before and than after, 0..1
 */
public record Interruption(
    Question question, List<String> places, double unanswered, double diverted) {

  public Interruption {
    places = List.copyOf(places);
  }

  /** Whether some clients are without an answer. */
  public boolean interrupts() {
    return !places.isEmpty();
  }

  /**
   * Asks {@code questions} in each of three states.
   *
   * @param between the state between the two plans
   * @return one for each question of which somebody gets another answer meanwhile
   */
  public static List<Interruption> of(
      Side before,
      Side between,
      Side after,
      Collection<Question> questions,
      List<ClientLocation> locations) {
    List<Interruption> found = new ArrayList<>();
    for (Question question : questions) {
      Tally tally = new Tally();
      for (ClientClass one : new ClientClasses(before.resolver()).of(question, locations)) {
        for (ClientClass two :
            new ClientClasses(between.resolver()).of(question, one.locations())) {
          for (ClientClass three :
              new ClientClasses(after.resolver()).of(question, two.locations())) {
            Client client = three.example().client();
            tally.add(
                three,
                before.answers(question, client),
                between.answers(question, client),
                after.answers(question, client));
          }
        }
      }
      if (tally.any) {
        found.add(
            new Interruption(
                question, ClientClass.codes(tally.places), tally.unanswered, tally.diverted));
      }
    }
    return found;
  }

  private static final class Tally {
    private final List<ClientLocation> places = new ArrayList<>();
    private double unanswered;
    private double diverted;
    private boolean any;

    void add(ClientClass clients, Answers before, Answers between, Answers after) {
      BigFraction due =
          before.answered().compareTo(after.answered()) < 0 ? before.answered() : after.answered();
      BigFraction lost = due.subtract(between.answered());
      if (lost.compareTo(BigFraction.ZERO) > 0) {
        places.addAll(clients.locations());
        unanswered += clients.share() * lost.doubleValue();
        any = true;
      } else if (!between.shares().equals(before.shares())
          && !between.shares().equals(after.shares())) {
        diverted += clients.share();
        any = true;
      }
    }
  }
}
