package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;

/** One warning's condition. */
interface LintRule {

  void check(LintContext plan, Report report);

  /** Takes what a rule finds; the rule's id is known already. */
  interface Report {
    void add(Subject subject, String what, String fix);
  }
}
