/**
 * Reads Terraform's JSON documents: plans, states and outputs, and the routing plans in them. The
 * only package that uses the JSON library.
 */
@NullMarked
package dev.meridian.terraform.json;

import org.jspecify.annotations.NullMarked;
