# What a plan cannot know yet: outputs of a state that is read during apply, ids of what is created.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "terraform_data" "late" {}

data "terraform_remote_state" "eu-west-1" {
  backend    = "local"
  config     = { path = "eu.tfstate" }
  depends_on = [terraform_data.late]
}

resource "aws_route53_zone" "main" { name = "Example.net" }

resource "aws_route53_cidr_collection" "carriers" { name = "carriers" }

resource "aws_route53_cidr_location" "north" {
  cidr_collection_id = aws_route53_cidr_collection.carriers.id
  name               = "north"
  cidr_blocks        = ["198.51.100.0/24", "2001:db8:1::/48"]
}

module "site" {
  for_each   = { blue = "north", green = "*" }
  source     = "./site"
  zone_id    = aws_route53_zone.main.zone_id
  name       = each.key
  target     = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
  target_id  = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  collection = aws_route53_cidr_collection.carriers.id
  location   = each.value
}

resource "aws_route53_record" "many" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "many"
  type    = "A"
  ttl     = 30
  records = [data.terraform_remote_state.eu-west-1.outputs.static_addresses[0], data.terraform_remote_state.eu-west-1.outputs.static_addresses[1]]
}

resource "aws_route53_record" "near" {
  for_each       = toset(["us-east-1", "eu-west-1"])
  zone_id        = aws_route53_zone.main.zone_id
  name           = "near"
  type           = "A"
  set_identifier = each.key
  geoproximity_routing_policy {
    aws_region = each.key
    bias       = each.key == "us-east-1" ? 10 : 0
  }
  alias {
    name                   = module.site["blue"].fqdn
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = true
  }
  health_check_id = aws_route53_health_check.each[each.key].id
}

resource "aws_route53_record" "berlin" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "near"
  type           = "A"
  ttl            = 30
  records        = ["203.0.113.20"]
  set_identifier = "berlin"
  geoproximity_routing_policy {
    bias = -5
    coordinates {
      latitude  = "52.52"
      longitude = "13.40"
    }
  }
}

resource "aws_route53_health_check" "each" {
  for_each = toset(["us-east-1", "eu-west-1"])
  type     = "HTTP"
  fqdn     = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
  tags     = { Name = each.key }
}

# What cannot be expressed: the id of another zone, a value nobody can know, an unknown policy.
resource "aws_route53_record" "elsewhere" {
  zone_id = "Z0000000000000"
  name    = "elsewhere"
  type    = "A"
  ttl     = 30
  records = ["203.0.113.1"]
}

resource "aws_route53_record" "late" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "late"
  type    = "TXT"
  ttl     = 30
  records = [terraform_data.late.id]
}

resource "aws_route53_record" "one_of_two" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "one-of-two"
  type    = "A"
  alias {
    name                   = terraform_data.late.id == "x" ? aws_route53_record.many.fqdn : aws_route53_record.near["us-east-1"].fqdn
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_traffic_policy_instance" "policy" {
  name                   = "policy.example.net"
  traffic_policy_id      = "b3gb108f-ea6f-45a5-baab-9d112d8b4037"
  traffic_policy_version = 1
  hosted_zone_id         = aws_route53_zone.main.zone_id
  ttl                    = 60
}
