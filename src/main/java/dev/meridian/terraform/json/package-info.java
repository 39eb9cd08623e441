/** Reads Terraform's JSON documents: plans, states and outputs, and the routing plans in them. */
@NullMarked
package dev.meridian.terraform.json;

import org.jspecify.annotations.NullMarked;
