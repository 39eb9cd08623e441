package dev.meridian.cli.page;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.PolicyGraph;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import dev.meridian.report.OutageStates;
import dev.meridian.report.PageRenderer;
import dev.meridian.report.ReportPage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.ReasonFormatter;
import dev.meridian.resolve.analysis.FailoverTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the page of a plan shows. */
public record PageContent(
    QueryContext context, ClientPopulation population, ReportPage.ProofSection proof) {

  public String html() {
    OutageStates states = states();
    return PageRenderer.html(
        new ReportPage(
            ZoneText.title(context),
            ZoneText.source(context),
            states.endpoints(),
            states.failures(),
            states.names().stream().map(name -> name.question().toString()).toList(),
            trees(),
            states.names().stream().map(name -> budget(name.question())).toList(),
            proof,
            stacks(),
            unread(),
            context.zone() == ZoneKind.PUBLIC,
            population.noun(),
            ZoneText.clients(context, population).orElse(""),
            MapData.json(context, states, population)));
  }

  /** The answers in every state that the page has. */
  OutageStates states() {
    SortedSet<String> endpoints = new TreeSet<>(context.outageModel().names());
    return OutageStates.of(
        context.resolver(),
        context.outageModel(),
        context.names().among(endpoints),
        context::down,
        population.locations());
  }

  /** What could not be read, in sentences; empty if everything could. */
  public List<String> unread() {
    List<String> lines = new ArrayList<>();
    lines.addAll(NotKnownText.lines(context.resolver().notKnown(type -> true)));
    lines.addAll(context.loaded().leftOut());
    return lines;
  }

  private List<ReportPage.Tree> trees() {
    PolicyGraph graph = new PolicyGraph(context);
    Set<RrsetKey> hidden = context.plan().hiddenGroups();
    return context.plan().groups().keySet().stream()
        .filter(group -> !hidden.contains(group))
        .map(group -> tree(graph.tree(group)))
        .toList();
  }

  private static ReportPage.Tree tree(PolicyGraph.Node node) {
    return new ReportPage.Tree(
        node.text(),
        node.branches().stream()
            .map(b -> new ReportPage.Branch(b.setting(), b.health(), tree(b.target())))
            .toList());
  }

  private ReportPage.Budget budget(Question question) {
    return new FailoverTime(context.plan().healthChecksById())
        .slowest(context.resolver().groups(question))
        .map(
            sum ->
                new ReportPage.Budget(
                    question.toString(),
                    "up to " + sum.seconds() + " s",
                    "health check "
                        + sum.detection()
                        + " s + TTL "
                        + sum.ttl()
                        + " s of "
                        + ReasonFormatter.label(sum.member().record)))
        .orElse(
            new ReportPage.Budget(
                question.toString(),
                "not bounded",
                "no record set has a health check with a probe"));
  }

  private List<ReportPage.Stack> stacks() {
    DeclarationOption.@Nullable Loaded declared = context.loaded().declared();
    List<ReportPage.Stack> rows = new ArrayList<>();
    if (declared != null) {
      int wave = 0;
      for (List<DeploymentStack> together : declared.deployment().stacks().waves()) {
        wave++;
        for (DeploymentStack stack : together) {
          rows.add(new ReportPage.Stack(wave, stack.name(), stack.awsRegion(), stack.follows()));
        }
      }
    }
    return rows;
  }
}
