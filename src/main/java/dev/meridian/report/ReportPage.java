package dev.meridian.report;

import java.util.List;

/**
 * What the page shows, as text that is not escaped yet.
 *
 * @param title such as {@code example.com}
 * @param source what the plan was read from
 * @param endpoints what the user can take down
 * @param failures how many of them can be down together on the page
 * @param names the questions with answers on the map, such as {@code api.example.com A}
 * @param trees one for each group of record sets that is not hidden
 * @param budgets how long clients of each name stay with an endpoint that failed
 * @param proof what {@code prove} found
 * @param stacks in deployment order; empty if the plan does not come from a declaration
 * @param unread what could not be read or decided, in sentences
 * @param mapped whether the clients are countries and states; if not, the page has no map
 * @param noun what the shares are shares of, such as {@code people}
 * @param clients what to know about the clients of the zone; empty if nothing
 * @param json the data of the map
 */
public record ReportPage(
    String title,
    String source,
    List<String> endpoints,
    int failures,
    List<String> names,
    List<Tree> trees,
    List<Budget> budgets,
    ProofSection proof,
    List<Stack> stacks,
    List<String> unread,
    boolean mapped,
    String noun,
    String clients,
    String json) {

  public ReportPage {
    endpoints = List.copyOf(endpoints);
    names = List.copyOf(names);
    trees = List.copyOf(trees);
    budgets = List.copyOf(budgets);
    stacks = List.copyOf(stacks);
    unread = List.copyOf(unread);
  }

  /**
   * A group of record sets, or what a record set answers with.
   *
   * @param branches one per record set of a group; empty for an answer
   */
  public record Tree(String text, List<Branch> branches) {
    public Tree {
      branches = List.copyOf(branches);
    }
  }

  /**
   * A record set.
   *
   * @param setting of its policy; empty for a simple policy
   * @param health what decides whether it is healthy; empty if it is always healthy
   */
  public record Branch(String setting, String health, Tree target) {}

  /**
   * How long clients stay with an endpoint that failed.
   *
   * @param time such as {@code up to 150 s}
   * @param reason what the time consists of
   */
  public record Budget(String name, String time, String reason) {}

  /**
   * What {@code prove} found.
   *
   * @param verdict such as {@code Proved} or {@code Not tried}
   * @param isProved whether everything was tried, and nothing found
   * @param lines the text of {@code prove}, or the reason why it was not tried
   */
  public record ProofSection(String verdict, boolean isProved, List<String> lines) {
    public ProofSection {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A stack.
   *
   * @param wave the stacks of one wave can be deployed at the same time; from 1
   * @param follows the stacks that must exist before it
   */
  public record Stack(int wave, String name, String region, List<String> follows) {
    public Stack {
      follows = List.copyOf(follows);
    }
  }
}
