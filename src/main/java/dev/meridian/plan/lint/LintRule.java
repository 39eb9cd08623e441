package dev.meridian.plan.lint;

import dev.meridian.plan.rule.Subject;

/** One warning's condition. */
interface LintRule {

  void check(Examined plan, Report report);

  /** Takes what a rule finds; the rule's id is known already. */
  interface Report {
    void add(Subject subject, String what, String fix);
  }
}
