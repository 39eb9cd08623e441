/**
 * What Route 53 refuses although every single value is legal: the rules that span the records,
 * health checks and CIDR collections of a plan. Works on plans from anywhere; imports {@code model}
 * and {@code catalog} only.
 */
@NullMarked
package dev.meridian.compile.rule;

import org.jspecify.annotations.NullMarked;
