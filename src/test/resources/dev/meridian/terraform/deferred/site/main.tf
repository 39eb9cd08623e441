variable "zone_id" { type = string }
variable "name" { type = string }
variable "target" { type = string }
variable "target_id" { type = string }
variable "collection" { type = string }
variable "location" { type = string }

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_route53_record" "this" {
  zone_id        = var.zone_id
  name           = "${var.name}.sites"
  type           = "A"
  set_identifier = var.location == "*" ? "default" : var.location
  cidr_routing_policy {
    collection_id = var.collection
    location_name = var.location
  }
  alias {
    name                   = var.target
    zone_id                = var.target_id
    evaluate_target_health = true
  }
}

output "fqdn" { value = aws_route53_record.this.fqdn }
