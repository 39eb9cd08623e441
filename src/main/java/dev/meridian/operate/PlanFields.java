package dev.meridian.operate;

import dev.meridian.model.CheckerRegion;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.SortedMap;
import java.util.TreeMap;

/** A part of a plan as texts by field name. */
final class PlanFields {
  private final SortedMap<String, String> fields = new TreeMap<>();

  private PlanFields() {}

  static SortedMap<String, String> of(RecordSet record) {
    PlanFields all = new PlanFields();
    all.put("policy", record.policy().kind().keyword());
    record.policy().accept(all.new Policy());
    record.data().accept(all.new Kind());
    record.healthCheckId().ifPresent(id -> all.put("health check", id));
    return all.fields;
  }

  static SortedMap<String, String> of(HealthCheck check) {
    PlanFields all = new PlanFields();
    all.put("inverted", check.inverted());
    all.put("disabled", check.disabled());
    check.config().accept(all.new Config());
    return all.fields;
  }

  static SortedMap<String, String> of(CidrCollection collection) {
    PlanFields all = new PlanFields();
    collection.locations().forEach((name, blocks) -> all.put("location " + name, blocks));
    return all.fields;
  }

  private Void put(String field, Object value) {
    fields.put(field, value.toString());
    return null;
  }

  private final class Policy implements RoutingPolicy.Cases<Void> {
    @Override
    public Void simple(RoutingPolicy.Simple policy) {
      return null;
    }

    @Override
    public Void weighted(RoutingPolicy.Weighted policy) {
      return put("weight", policy.weight());
    }

    @Override
    public Void latency(RoutingPolicy.Latency policy) {
      return put("region", policy.region());
    }

    @Override
    public Void geolocation(RoutingPolicy.Geolocation policy) {
      return put("location", policy.location().code());
    }

    @Override
    public Void geoproximity(RoutingPolicy.Geoproximity policy) {
      put("bias", policy.bias());
      return put("location", policy.location().code());
    }

    @Override
    public Void failover(RoutingPolicy.Failover policy) {
      return put("role", policy.role());
    }

    @Override
    public Void multivalue(RoutingPolicy.Multivalue policy) {
      return null;
    }

    @Override
    public Void ipBased(RoutingPolicy.IpBased policy) {
      put("collection", policy.collection());
      return put("location", policy.location());
    }

    @Override
    public Void azAffinity(RoutingPolicy.AzAffinity policy) {
      return put("location", policy.location().code());
    }
  }

  private final class Kind implements RecordData.Cases<Void> {
    @Override
    public Void values(RecordData.Values answer) {
      put("ttl", answer.ttl());
      return put("values", answer.values());
    }

    @Override
    public Void recordAlias(RecordData.RecordAlias answer) {
      put("alias to record", answer.target());
      return put("evaluate target health", answer.evaluateTargetHealth());
    }

    @Override
    public Void resourceAlias(RecordData.ResourceAlias answer) {
      put("alias to resource", answer.dnsName());
      put("alias zone id", answer.zoneId());
      return put("evaluate target health", answer.evaluateTargetHealth());
    }
  }

  private final class Config implements HealthCheckConfig.Cases<Void> {
    @Override
    public Void endpoint(HealthCheckConfig.Endpoint config) {
      put("type", config.type());
      config.destination().address().ifPresent(address -> put("address", address));
      config.destination().hostName().ifPresent(host -> put("host", host));
      config.resourcePath().ifPresent(path -> put("path", path));
      config.search().ifPresent(search -> put("search", search));
      put("interval", config.probing().interval());
      put("failure threshold", config.probing().failureThreshold());
      put(
          "regions",
          config.probing().regions().stream().map(CheckerRegion::code).sorted().toList());
      put("measure latency", config.probing().measureLatency());
      put("sni", config.sni());
      return put("port", config.port());
    }

    @Override
    public Void calculated(HealthCheckConfig.Calculated config) {
      put("type", "CALCULATED");
      put("threshold", config.threshold());
      return put("children", config.children());
    }

    @Override
    public Void cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
      put("type", "CLOUDWATCH_METRIC");
      put("alarm", config.alarmName());
      put("alarm region", config.region());
      return put("insufficient data", config.insufficientData().keyword());
    }

    @Override
    public Void recoveryControl(HealthCheckConfig.RecoveryControl config) {
      put("type", "RECOVERY_CONTROL");
      return put("routing control", config.routingControlArn());
    }

    @Override
    public Void unidentified(HealthCheckConfig.Unidentified config) {
      return put("type", "not known");
    }
  }
}
