/**
 * Reports on changes, as text, JSON, and Markdown: what {@code diff} found in Terraform plans, and
 * how the answers of two zones differ. Only {@code cli} and {@code cli.zone} use it.
 */
@NullMarked
package dev.meridian.cli.view.change;

import org.jspecify.annotations.NullMarked;
