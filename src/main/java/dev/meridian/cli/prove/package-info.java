/** How large a proof is, and how far it has come. Only {@code cli} can import it. */
@NullMarked
package dev.meridian.cli.prove;

import org.jspecify.annotations.NullMarked;
