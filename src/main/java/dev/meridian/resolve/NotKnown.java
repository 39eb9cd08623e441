package dev.meridian.resolve;

import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The answers that an analysis does not cover, because they depend on something that could not be
 * read.
 *
 * @param answers the answers that are not known, by name and type
 * @param unread everything that could not be read, including what no question certainly depends on
 */
public record NotKnown(List<Answer> answers, SortedSet<String> unread) {

  /**
   * An answer that is not known.
   *
   * @param unread what it depends on that could not be read, at least one, see {@link
   *     Resolver#unread}
   */
  public record Answer(Question question, SortedSet<String> unread) {
    public Answer {
      unread = Collections.unmodifiableSortedSet(new TreeSet<>(unread));
    }
  }

  public NotKnown {
    answers = List.copyOf(answers);
    unread = Collections.unmodifiableSortedSet(new TreeSet<>(unread));
  }

  /** Whether everything could be read. */
  public boolean isEmpty() {
    return unread.isEmpty();
  }

  /** What the answers to {@code questions} depend on that one of the plans lacks. */
  public static NotKnown of(
      Collection<Question> questions, Predicate<RecordType> types, Resolver... resolvers) {
    return of(questions, types, Resolver::unread, resolvers);
  }

  /** The same for the answers while nothing is down. */
  public static NotKnown whileNothingIsDown(Collection<Question> questions, Resolver... resolvers) {
    return of(
        questions,
        type -> true,
        (resolver, question) -> resolver.unread(question, Outage.NONE),
        resolvers);
  }

  private static NotKnown of(
      Collection<Question> questions,
      Predicate<RecordType> types,
      BiFunction<Resolver, Question, SortedSet<String>> behind,
      Resolver... resolvers) {
    List<Answer> answers = new ArrayList<>();
    SortedSet<String> all = new TreeSet<>();
    for (Question question : questions) {
      SortedSet<String> unread = new TreeSet<>();
      if (types.test(question.type())) {
        List.of(resolvers).forEach(resolver -> unread.addAll(behind.apply(resolver, question)));
      }
      if (!unread.isEmpty()) {
        answers.add(new Answer(question, unread));
        all.addAll(unread);
      }
    }
    for (Resolver resolver : resolvers) {
      resolver.index().unread().stream()
          .filter(record -> counts(record, types))
          .forEach(record -> all.add(record.toString()));
    }
    answers.sort(Comparator.comparing(answer -> answer.question().group()));
    return new NotKnown(answers, all);
  }

  /** A record set of another type counts only if all types do. */
  private static boolean counts(UnreadRecord record, Predicate<RecordType> types) {
    RecordType type = record.type();
    return record.isOfOtherType()
        ? Arrays.stream(RecordType.values()).allMatch(types)
        : type == null || types.test(type);
  }

  /**
   * This without the answers that depend only on the unread record sets of their own name and type,
   * if these are among {@code groups}.
   */
  public NotKnown without(Set<RrsetKey> groups) {
    List<Answer> rest =
        answers.stream()
            .filter(
                answer -> {
                  RrsetKey group = answer.question().group();
                  return !groups.contains(group)
                      || !answer.unread().equals(Set.of(group.toString()));
                })
            .toList();
    SortedSet<String> lacking = new TreeSet<>(unread);
    groups.forEach(group -> lacking.remove(group.toString()));
    rest.forEach(answer -> lacking.addAll(answer.unread()));
    return new NotKnown(rest, lacking);
  }

  /** The other questions of {@code questions}, whose answers are known. */
  public List<Question> known(Collection<Question> questions) {
    List<Question> known = new ArrayList<>(questions);
    known.removeAll(answers.stream().map(Answer::question).collect(Collectors.toSet()));
    return known;
  }
}
