# A zone as a team could have written it by hand. AdoptionRehearsalTest moves it to Meridian's stack.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.100, < 7" }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_zone" "main" {
  name    = "example.com"
  comment = "ours since 2009"
}

resource "aws_route53_health_check" "site" {
  for_each = {
    us = "203.0.113.1"
    eu = "203.0.113.2"
  }

  type              = "HTTP"
  ip_address        = each.value
  port              = 80
  resource_path     = "/health"
  request_interval  = 30
  failure_threshold = 3
  tags              = { Name = each.key, Team = "web" }
}

resource "aws_route53_record" "www" {
  for_each = {
    us = { address = "203.0.113.1", weight = 70 }
    eu = { address = "203.0.113.2", weight = 30 }
  }

  zone_id         = aws_route53_zone.main.zone_id
  name            = "www"
  type            = "A"
  ttl             = 60
  records         = [each.value.address]
  set_identifier  = each.key
  health_check_id = aws_route53_health_check.site[each.key].id

  weighted_routing_policy {
    weight = each.value.weight
  }
}

resource "aws_route53_record" "api_primary" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "API.Example.com"
  type            = "A"
  ttl             = 60
  records         = ["203.0.113.1"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.site["us"].id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "api_secondary" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "API.Example.com"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.2"]
  set_identifier = "secondary"

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "latency" {
  for_each = {
    us-east-1 = "203.0.113.1"
    eu-west-1 = "203.0.113.2"
  }

  zone_id        = aws_route53_zone.main.zone_id
  name           = "near"
  type           = "A"
  ttl            = 60
  records        = [each.value]
  set_identifier = each.key

  latency_routing_policy {
    region = each.key
  }
}

resource "aws_route53_record" "geo_europe" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "*.shop"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.2"]
  set_identifier = "EU"

  geolocation_routing_policy {
    continent = "EU"
  }
}

resource "aws_route53_record" "geo_default" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "*.shop"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.1"]
  set_identifier = "default"

  geolocation_routing_policy {
    country = "*"
  }
}

resource "aws_route53_record" "many" {
  count = 2

  zone_id                          = aws_route53_zone.main.zone_id
  name                             = "many"
  type                             = "A"
  ttl                              = 60
  records                          = ["203.0.113.${count.index + 1}"]
  set_identifier                   = ["us-203.0.113.1", "eu-203.0.113.2"][count.index]
  multivalue_answer_routing_policy = true
}

module "apex" {
  source = "./apex"
  zone   = aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "mail" {
  zone_id = aws_route53_zone.main.zone_id
  name    = ""
  type    = "MX"
  ttl     = 3600
  records = ["10 mail.example.net", "20 mail2.example.net"]
}

resource "aws_route53_record" "text" {
  for_each = {
    ""     = "v=spf1 mx -all"
    _dmarc = "v=DMARC1; p=none"
  }

  zone_id = aws_route53_zone.main.zone_id
  name    = each.key
  type    = "TXT"
  ttl     = 3600
  records = [each.value]
}
