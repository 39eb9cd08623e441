terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "local" {
    path = "../../../terraform.storefront-production-dns.tfstate"
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Application = "storefront"
      Environment = "production"
      ManagedBy   = "Meridian"
      Region      = "global"
    }
  }
}

data "terraform_remote_state" "ap-southeast-1" {
  backend = "local"
  config = {
    path = "../../../terraform.storefront-production-ap-southeast-1.tfstate"
  }
}

data "terraform_remote_state" "eu-west-1" {
  backend = "local"
  config = {
    path = "../../../terraform.storefront-production-eu-west-1.tfstate"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "local"
  config = {
    path = "../../../terraform.storefront-production-us-east-1.tfstate"
  }
}

resource "aws_route53_zone" "main" {
  name = "example.com"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_route53_health_check" "ap-southeast-1" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "ap-southeast-1"
    Region = "ap-southeast-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "eu-west-1" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "eu-west-1"
    Region = "eu-west-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "us-east-1" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "us-east-1"
    Region = "us-east-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "_meridian__txt" {
  name    = "_meridian.example.com"
  records = ["meridian application=storefront environment=production zone=example.com"]
  ttl     = 300
  type    = "TXT"
  zone_id = aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "api_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "api.example.com"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 50
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "api_eu-west-1" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "api.example.com"
  set_identifier  = "eu-west-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 30
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "api_ap-southeast-1" {
  health_check_id = aws_route53_health_check.ap-southeast-1.id
  name            = "api.example.com"
  set_identifier  = "ap-southeast-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.ap-southeast-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 20
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "failover_api_primary" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "failover.api.example.com"
  set_identifier  = "primary"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "PRIMARY"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "failover_api_secondary" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "failover.api.example.com"
  set_identifier  = "secondary"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "geo_api_NA" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "geo.api.example.com"
  set_identifier  = "NA"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    continent = "NA"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "geo_api_EU" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "geo.api.example.com"
  set_identifier  = "EU"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    continent = "EU"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "geo_api_AS" {
  health_check_id = aws_route53_health_check.ap-southeast-1.id
  name            = "geo.api.example.com"
  set_identifier  = "AS"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.ap-southeast-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    continent = "AS"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "geo_api_default" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "geo.api.example.com"
  set_identifier  = "default"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "*"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "latency_api_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "latency.api.example.com"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  latency_routing_policy {
    region = "us-east-1"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "latency_api_eu-west-1" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "latency.api.example.com"
  set_identifier  = "eu-west-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  latency_routing_policy {
    region = "eu-west-1"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "latency_api_ap-southeast-1" {
  health_check_id = aws_route53_health_check.ap-southeast-1.id
  name            = "latency.api.example.com"
  set_identifier  = "ap-southeast-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.ap-southeast-1.outputs.alb_zone_id
  }

  latency_routing_policy {
    region = "ap-southeast-1"
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "multivalue_api_us-east-1-1" {
  health_check_id                  = aws_route53_health_check.us-east-1.id
  multivalue_answer_routing_policy = true
  name                             = "multivalue.api.example.com"
  records                          = [data.terraform_remote_state.us-east-1.outputs.static_addresses[0]]
  set_identifier                   = "us-east-1-1"
  ttl                              = 60
  type                             = "A"
  zone_id                          = aws_route53_zone.main.zone_id
  depends_on                       = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "multivalue_api_us-east-1-2" {
  health_check_id                  = aws_route53_health_check.us-east-1.id
  multivalue_answer_routing_policy = true
  name                             = "multivalue.api.example.com"
  records                          = [data.terraform_remote_state.us-east-1.outputs.static_addresses[1]]
  set_identifier                   = "us-east-1-2"
  ttl                              = 60
  type                             = "A"
  zone_id                          = aws_route53_zone.main.zone_id
  depends_on                       = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "multivalue_api_eu-west-1-1" {
  health_check_id                  = aws_route53_health_check.eu-west-1.id
  multivalue_answer_routing_policy = true
  name                             = "multivalue.api.example.com"
  records                          = [data.terraform_remote_state.eu-west-1.outputs.static_addresses[0]]
  set_identifier                   = "eu-west-1-1"
  ttl                              = 60
  type                             = "A"
  zone_id                          = aws_route53_zone.main.zone_id
  depends_on                       = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "multivalue_api_eu-west-1-2" {
  health_check_id                  = aws_route53_health_check.eu-west-1.id
  multivalue_answer_routing_policy = true
  name                             = "multivalue.api.example.com"
  records                          = [data.terraform_remote_state.eu-west-1.outputs.static_addresses[1]]
  set_identifier                   = "eu-west-1-2"
  ttl                              = 60
  type                             = "A"
  zone_id                          = aws_route53_zone.main.zone_id
  depends_on                       = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "multivalue_api_ap-southeast-1-1" {
  health_check_id                  = aws_route53_health_check.ap-southeast-1.id
  multivalue_answer_routing_policy = true
  name                             = "multivalue.api.example.com"
  records                          = [data.terraform_remote_state.ap-southeast-1.outputs.static_addresses[0]]
  set_identifier                   = "ap-southeast-1-1"
  ttl                              = 60
  type                             = "A"
  zone_id                          = aws_route53_zone.main.zone_id
  depends_on                       = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "multivalue_api_ap-southeast-1-2" {
  health_check_id                  = aws_route53_health_check.ap-southeast-1.id
  multivalue_answer_routing_policy = true
  name                             = "multivalue.api.example.com"
  records                          = [data.terraform_remote_state.ap-southeast-1.outputs.static_addresses[1]]
  set_identifier                   = "ap-southeast-1-2"
  ttl                              = 60
  type                             = "A"
  zone_id                          = aws_route53_zone.main.zone_id
  depends_on                       = [aws_route53_record._meridian__txt]
}

resource "aws_sns_topic" "health" {
  name = "storefront-production-health"
}

resource "aws_sns_topic_subscription" "ops_example_com" {
  endpoint  = "ops@example.com"
  protocol  = "email"
  topic_arn = aws_sns_topic.health.arn
}

resource "aws_cloudwatch_metric_alarm" "ap-southeast-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check ap-southeast-1 is unhealthy"
  alarm_name          = "storefront-production-health-ap-southeast-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.ap-southeast-1.id
  }
}

resource "aws_cloudwatch_metric_alarm" "eu-west-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check eu-west-1 is unhealthy"
  alarm_name          = "storefront-production-health-eu-west-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.eu-west-1.id
  }
}

resource "aws_cloudwatch_metric_alarm" "us-east-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check us-east-1 is unhealthy"
  alarm_name          = "storefront-production-health-us-east-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.us-east-1.id
  }
}

output "name_servers" {
  value       = aws_route53_zone.main.name_servers
  description = "The name servers to set at the domain's registrar"
}

output "zone_id" {
  value       = aws_route53_zone.main.zone_id
  description = "The hosted zone"
}

output "health_check_ids" {
  description = "Health check to its id in Route 53"
  value = {
    ap-southeast-1 = aws_route53_health_check.ap-southeast-1.id
    eu-west-1      = aws_route53_health_check.eu-west-1.id
    us-east-1      = aws_route53_health_check.us-east-1.id
  }
}

output "names" {
  description = "Label to fully qualified name"
  value = {
    api              = "api.example.com"
    "latency.api"    = "latency.api.example.com"
    "geo.api"        = "geo.api.example.com"
    "failover.api"   = "failover.api.example.com"
    "multivalue.api" = "multivalue.api.example.com"
  }
}
