# Every kind of record and health check that the local AWS can keep, applied by RoundTripTest.
terraform {
  required_providers { aws = { source = "hashicorp/aws", version = ">= 5.100, < 7" } }
}
provider "aws" {
  region = "us-east-1"
}
resource "aws_route53_zone" "main" { name = "example.com" }
locals {
  panel = "0123456789abcdef0123456789abcdef"
  tags  = { Application = "storefront", Environment = "production" }
}
resource "aws_route53_health_check" "each" {
  for_each          = { us = "us-east-1", eu = "eu-west-1" }
  type              = "HTTP"
  fqdn              = "${each.key}.example.org"
  port              = 80
  resource_path     = "/health"
  request_interval  = 30
  failure_threshold = 3
  tags              = merge(local.tags, { Name = each.value })
}

resource "aws_route53_health_check" "berlin" {
  type              = "HTTPS_STR_MATCH"
  ip_address        = "203.0.113.9"
  fqdn              = "berlin.example.org"
  port              = 443
  resource_path     = "/health"
  search_string     = "ok"
  enable_sni        = true
  request_interval  = 10
  failure_threshold = 2
  measure_latency   = true
  regions           = ["us-east-1", "eu-west-1", "sa-east-1"]
  tags              = merge(local.tags, { Name = "berlin" })
}
resource "aws_route53_health_check" "both" {
  type                   = "CALCULATED"
  child_health_threshold = 1
  child_healthchecks     = [aws_route53_health_check.each["us"].id, aws_route53_health_check.berlin.id]
  tags                   = merge(local.tags, { Name = "both" })
}
resource "aws_route53_health_check" "tcp" {
  tags               = { Name = "database", Owner = "ops" }
  type               = "TCP"
  ip_address         = "203.0.113.9"
  port               = 5432
  disabled           = true
  invert_healthcheck = true
  request_interval   = 30
}
resource "aws_route53_health_check" "cw" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = "queue"
  cloudwatch_alarm_region         = "us-east-1"
  insufficient_data_health_status = "LastKnownStatus"
  tags                            = { Name = "queue" }
}
resource "aws_route53_health_check" "switch" {
  type                = "RECOVERY_CONTROL"
  routing_control_arn = "arn:aws:route53-recovery-control::123456789012:controlpanel/${local.panel}/routingcontrol/0123456789abcdef"
  tags                = merge(local.tags, { Name = "switch" })
}
resource "aws_route53_cidr_collection" "carriers" { name = "carriers" }
resource "aws_route53_cidr_location" "north" {
  cidr_collection_id = aws_route53_cidr_collection.carriers.id
  name               = "north"
  cidr_blocks        = ["198.51.100.0/24", "2001:db8:1::/48"]
}
resource "aws_route53_cidr_location" "south" {
  cidr_collection_id = aws_route53_cidr_collection.carriers.id
  name               = "south"
  cidr_blocks        = ["203.0.113.0/24"]
  # A change names the collection's version, which every change increments.
  depends_on = [aws_route53_cidr_location.north]
}
resource "aws_route53_record" "network" {
  for_each        = { north = aws_route53_cidr_location.north.name, rest = "*" }
  zone_id         = aws_route53_zone.main.zone_id
  name            = "network"
  type            = "A"
  ttl             = 60
  records         = ["203.0.113.7"]
  set_identifier  = each.key
  health_check_id = each.key == "rest" ? null : aws_route53_health_check.switch.id
  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = each.value
  }
}
resource "aws_route53_record" "near" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "near"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.8"]
  set_identifier = "near"
  geoproximity_routing_policy {
    aws_region = "us-east-1"
    bias       = 10
  }
}
resource "aws_route53_record" "point" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "near"
  type            = "A"
  ttl             = 60
  records         = ["203.0.113.9"]
  set_identifier  = "point"
  health_check_id = aws_route53_health_check.cw.id
  geoproximity_routing_policy {
    coordinates {
      latitude  = "52.52"
      longitude = "13.4"
    }
  }
}
resource "aws_route53_record" "api" {
  for_each        = { us = 50, eu = 0 }
  zone_id         = aws_route53_zone.main.zone_id
  name            = "API"
  type            = "A"
  ttl             = 60
  records         = [each.key == "us" ? "203.0.113.1" : "203.0.113.2"]
  set_identifier  = each.key
  health_check_id = aws_route53_health_check.each[each.key].id
  weighted_routing_policy {
    weight = each.value
  }
}

resource "aws_route53_record" "lat" {
  count          = 2
  zone_id        = aws_route53_zone.main.zone_id
  name           = "latency.example.com."
  type           = "A"
  set_identifier = "r${count.index}"
  latency_routing_policy { region = ["us-east-1", "eu-west-1"][count.index] }
  alias {
    name                   = "dualstack.My-LB-${count.index}.us-east-1.elb.amazonaws.com."
    zone_id                = "Z35SXDOTRQ7X7K"
    evaluate_target_health = true
  }
}
resource "aws_route53_record" "geo_ca" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "*.geo"
  type           = "AAAA"
  ttl            = 30
  records        = ["2001:DB8:0::1", "2001:db8::2"]
  set_identifier = "ca"
  geolocation_routing_policy {
    country     = "US"
    subdivision = "CA"
  }
}
resource "aws_route53_record" "geo_def" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "*.geo"
  type           = "AAAA"
  ttl            = 30
  records        = ["2001:db8::3"]
  set_identifier = "def"
  geolocation_routing_policy { country = "*" }
}
resource "aws_route53_record" "geo_eu" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "*.geo"
  type           = "AAAA"
  ttl            = 30
  records        = ["2001:db8::4"]
  set_identifier = "eu"
  geolocation_routing_policy { continent = "EU" }
}
resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "failover"
  type            = "A"
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.both.id
  failover_routing_policy {
    type = "PRIMARY"
  }
  alias {
    name                   = aws_route53_record.api["us"].fqdn
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "secondary" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "failover"
  type            = "A"
  set_identifier  = "secondary"
  health_check_id = aws_route53_health_check.both.id
  failover_routing_policy {
    type = "SECONDARY"
  }
  alias {
    name                   = aws_route53_record.mv.fqdn
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "mv" {
  zone_id                          = aws_route53_zone.main.zone_id
  name                             = "multi"
  type                             = "A"
  ttl                              = 60
  records                          = ["203.0.113.4", "203.0.113.3"]
  set_identifier                   = "one"
  multivalue_answer_routing_policy = true
}
resource "aws_route53_record" "txt" {
  zone_id = aws_route53_zone.main.zone_id
  name    = ""
  type    = "TXT"
  ttl     = 300
  records = ["v=spf1 -all", "first\"\"second"]
}
resource "aws_route53_record" "fool" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "_acme.foo"
  type    = "CNAME"
  ttl     = 300
  records = ["Target.Example.org."]
}
