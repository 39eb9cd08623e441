/** Results for people and programs: text, JSON, and JUnit XML. Only {@code cli} uses it. */
@NullMarked
package dev.meridian.cli.view;

import org.jspecify.annotations.NullMarked;
