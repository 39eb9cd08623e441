package dev.meridian.cli.option;

import dev.meridian.change.Changes;

/**
 * A hosted zone before and after a Terraform plan is applied, as far as the plan's stack manages
 * it.
 *
 * @param name with the ID if several zones of the plan have the same name
 */
public record PlannedZone(String name, LoadedPlan before, LoadedPlan after, Changes changes) {}
