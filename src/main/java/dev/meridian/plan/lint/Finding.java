package dev.meridian.plan.lint;

import dev.meridian.config.LintId;
import dev.meridian.plan.rule.Subject;

/** Something in a plan that Route 53 accepts but users regret. */
public record Finding(LintId id, Subject subject, String what, String fix) {}
