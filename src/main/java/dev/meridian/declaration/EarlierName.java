package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;

/**
 * The earlier name of a branch, an endpoint, or a health check, in a declaration the key {@code
 * was}. Terraform then moves the resources that were named after it instead of replacing them.
 *
 * @param at where the declaration contains it
 */
public record EarlierName(String text, SourceLocation at) {}
