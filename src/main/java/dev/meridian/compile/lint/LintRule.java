package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;

/** The condition of one warning. */
interface LintRule {

  void check(LintContext plan, Report report);

  /** Collects what a rule finds, under the id of the rule. */
  interface Report {
    void add(Subject subject, String what, String fix);
  }
}
