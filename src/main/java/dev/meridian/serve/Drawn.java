package dev.meridian.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.xbill.DNS.Record;

/** What can be drawn from {@link Replies}: a reply, or some of several record sets. */
sealed interface Drawn permits Reply, Drawn.Sample {
  Reply draw(RandomGenerator random);

  /**
   * A reply with some of several record sets, drawn without repetition, each with the same
   * probability.
   *
   * @param before the reply without them
   * @param all the record sets of one name and type
   * @param size how many are drawn; less than all
   */
  record Sample(Reply before, List<List<Record>> all, int size) implements Drawn {
    public Sample {
      all = all.stream().map(List::copyOf).toList();
    }

    @Override
    public Reply draw(RandomGenerator random) {
      List<List<Record>> rest = new ArrayList<>(all);
      List<Record> chosen = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        rest.remove(random.nextInt(rest.size())).stream()
            .filter(record -> !chosen.contains(record))
            .forEach(chosen::add);
      }
      return before.with(chosen);
    }
  }
}
