/**
 * Reads the parts of {@code private} that only a private zone has: its regions, their networks, and
 * what VPC Resolver does. Only {@code declaration.reader} uses it.
 */
@NullMarked
package dev.meridian.declaration.reader.privatezone;

import org.jspecify.annotations.NullMarked;
