package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.resolve.OutageModel;
import dev.meridian.testing.RandomCases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FailureCountTest {

  @Test
  void eachSetOfEndpointsThatAreDownCountsOnceHoweverManyNamesAndFailuresCauseIt() {
    RandomCases.forAll(
        random -> {
          OutageModel model = OutageModel.of(SmallPlan.of(random));
          int failures = random.nextInt(4);
          FailureCount count = new FailureCount(model);
          Set<SortedSet<String>> different = new HashSet<>();
          int groups = 1 + random.nextInt(3);
          for (int i = 0; i < groups; i++) {
            List<String> some = new ArrayList<>(model.names());
            some.removeIf(name -> random.nextInt(3) == 0);
            List<String> group = List.copyOf(model.causes(some));
            Subsets.upTo(
                failures,
                group.size(),
                failed -> {
                  Set<String> down = new TreeSet<>();
                  failed.stream().mapToObj(group::get).forEach(down::add);
                  count.add(down);
                  different.add(model.complete(down));
                });
            count.end(group);
          }

          assertThat(count.found()).isEqualTo(different.size());
        });
  }
}
