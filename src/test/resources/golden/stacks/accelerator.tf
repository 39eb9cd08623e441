terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "local" {
    path = "../../../terraform.storefront-accelerated-accelerator-global.tfstate"
  }
}

provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      Application = "storefront"
      Environment = "accelerated"
      ManagedBy   = "Meridian"
      Region      = "global"
    }
  }
}

data "terraform_remote_state" "eu-west-1" {
  backend = "local"
  config = {
    path = "../../../terraform.storefront-accelerated-eu-west-1.tfstate"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "local"
  config = {
    path = "../../../terraform.storefront-accelerated-us-east-1.tfstate"
  }
}

resource "aws_globalaccelerator_accelerator" "main" {
  enabled         = true
  ip_address_type = "IPV4"
  name            = "storefront-accelerated-global"
}

resource "aws_globalaccelerator_listener" "port_80" {
  accelerator_arn = aws_globalaccelerator_accelerator.main.arn
  client_affinity = "SOURCE_IP"
  protocol        = "TCP"

  port_range {
    from_port = 80
    to_port   = 80
  }
}

resource "aws_globalaccelerator_endpoint_group" "port_80_us-east-1" {
  endpoint_group_region   = "us-east-1"
  listener_arn            = aws_globalaccelerator_listener.port_80.arn
  traffic_dial_percentage = 100

  endpoint_configuration {
    client_ip_preservation_enabled = true
    endpoint_id                    = data.terraform_remote_state.us-east-1.outputs.alb_arn
    weight                         = 128
  }
}

resource "aws_globalaccelerator_endpoint_group" "port_80_eu-west-1" {
  endpoint_group_region   = "eu-west-1"
  listener_arn            = aws_globalaccelerator_listener.port_80.arn
  traffic_dial_percentage = 100

  endpoint_configuration {
    client_ip_preservation_enabled = true
    endpoint_id                    = data.terraform_remote_state.eu-west-1.outputs.alb_arn
    weight                         = 128
  }
}

output "accelerator_dns_name" {
  value       = aws_globalaccelerator_accelerator.main.dns_name
  description = "The accelerator's DNS name; the dual-stack one if it has IPv6 addresses"
}

output "accelerator_zone_id" {
  value       = aws_globalaccelerator_accelerator.main.hosted_zone_id
  description = "The hosted zone ID of Global Accelerator, for aliases"
}

output "accelerator_arn" {
  value       = aws_globalaccelerator_accelerator.main.arn
  description = "The accelerator"
}

output "static_addresses" {
  value       = sort(flatten([for set in aws_globalaccelerator_accelerator.main.ip_sets : set.ip_addresses if set.ip_family == "IPv4"]))
  description = "The accelerator's two IPv4 addresses"
}

output "listener_arns" {
  description = "Lowest port to listener"
  value = {
    "80" = aws_globalaccelerator_listener.port_80.arn
  }
}
