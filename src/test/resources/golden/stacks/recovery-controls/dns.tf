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

resource "aws_route53recoverycontrolconfig_cluster" "main" {
  name = "storefront-production"
}

resource "aws_route53recoverycontrolconfig_control_panel" "main" {
  cluster_arn = aws_route53recoverycontrolconfig_cluster.main.arn
  name        = "storefront-production"
}

resource "aws_route53recoverycontrolconfig_routing_control" "eu-west-1" {
  cluster_arn       = aws_route53recoverycontrolconfig_cluster.main.arn
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.main.arn
  name              = "eu-west-1"
}

resource "aws_route53recoverycontrolconfig_routing_control" "us-east-1" {
  cluster_arn       = aws_route53recoverycontrolconfig_cluster.main.arn
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.main.arn
  name              = "us-east-1"
}

resource "terraform_data" "at-least" {
  input = {
    safety_rule = "at-least-1-of-2-3f7bd1"
  }
}

resource "aws_route53recoverycontrolconfig_safety_rule" "at-least" {
  asserted_controls = [
    aws_route53recoverycontrolconfig_routing_control.eu-west-1.arn,
    aws_route53recoverycontrolconfig_routing_control.us-east-1.arn,
  ]
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.main.arn
  name              = "at-least-1-of-2-3f7bd1"
  wait_period_ms    = 5000

  rule_config {
    inverted  = true
    threshold = 2
    type      = "ATLEAST"
  }

  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [terraform_data.at-least]
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

resource "aws_route53_health_check" "eu-west-1-in-service" {
  child_health_threshold = 2
  child_healthchecks = [
    aws_route53_health_check.eu-west-1.id,
    aws_route53_health_check.eu-west-1-switch.id,
  ]
  type = "CALCULATED"
  tags = {
    Name   = "eu-west-1-in-service"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "eu-west-1-switch" {
  invert_healthcheck  = true
  routing_control_arn = aws_route53recoverycontrolconfig_routing_control.eu-west-1.arn
  type                = "RECOVERY_CONTROL"
  tags = {
    Name   = "eu-west-1-switch"
    Region = "global"
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

resource "aws_route53_health_check" "us-east-1-in-service" {
  child_health_threshold = 2
  child_healthchecks = [
    aws_route53_health_check.us-east-1.id,
    aws_route53_health_check.us-east-1-switch.id,
  ]
  type = "CALCULATED"
  tags = {
    Name   = "us-east-1-in-service"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "us-east-1-switch" {
  invert_healthcheck  = true
  routing_control_arn = aws_route53recoverycontrolconfig_routing_control.us-east-1.arn
  type                = "RECOVERY_CONTROL"
  tags = {
    Name   = "us-east-1-switch"
    Region = "global"
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
  health_check_id = aws_route53_health_check.us-east-1-in-service.id
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
  health_check_id = aws_route53_health_check.eu-west-1-in-service.id
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
    weight = 50
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "www_primary" {
  health_check_id = aws_route53_health_check.us-east-1-in-service.id
  name            = "www.example.com"
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

resource "aws_route53_record" "www_secondary" {
  health_check_id = aws_route53_health_check.eu-west-1-in-service.id
  name            = "www.example.com"
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
    eu-west-1            = aws_route53_health_check.eu-west-1.id
    eu-west-1-in-service = aws_route53_health_check.eu-west-1-in-service.id
    eu-west-1-switch     = aws_route53_health_check.eu-west-1-switch.id
    us-east-1            = aws_route53_health_check.us-east-1.id
    us-east-1-in-service = aws_route53_health_check.us-east-1-in-service.id
    us-east-1-switch     = aws_route53_health_check.us-east-1-switch.id
  }
}

output "names" {
  description = "Label to fully qualified name"
  value = {
    api = "api.example.com"
    www = "www.example.com"
  }
}

output "switch_cluster_arn" {
  value       = aws_route53recoverycontrolconfig_cluster.main.arn
  description = "The cluster of the routing controls"
}

output "switch_cluster_endpoints" {
  value       = [for one in aws_route53recoverycontrolconfig_cluster.main.cluster_endpoints : format("%s %s", one.region, one.endpoint)]
  description = "The cluster's data plane: region and URL of each endpoint"
}

output "switch_control_panel_arn" {
  value       = aws_route53recoverycontrolconfig_control_panel.main.arn
  description = "The control panel of the routing controls"
}

output "switch_routing_control_arns" {
  description = "Region to the ARN of its routing control, which is on while the region is drained"
  value = {
    us-east-1 = aws_route53recoverycontrolconfig_routing_control.us-east-1.arn
    eu-west-1 = aws_route53recoverycontrolconfig_routing_control.eu-west-1.arn
  }
}
