package dev.meridian.config;

import dev.meridian.problem.Source;

/**
 * One AWS region with a stack of its own; its code is also the name of an endpoint.
 *
 * @param site what stands there, the region's own settings already laid over the common ones
 * @param healthCheck how the region's load balancer is checked
 */
public record RegionDeclaration(String code, Site site, CheckReference healthCheck, Source at) {}
