variable "zone_id" {}
variable "targets" { type = map(object({ address = string, weight = number })) }
variable "name" {}

resource "aws_route53_record" "this" {
  for_each       = var.targets
  zone_id        = var.zone_id
  name           = var.name
  type           = "A"
  set_identifier = each.key
  ttl            = 60
  records        = [each.value.address]

  weighted_routing_policy {
    weight = each.value.weight
  }
}
