package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.LintId;

/** Something in a plan that Route 53 accepts but users regret. */
public record LintFinding(LintId id, Subject subject, String what, String fix) {}
