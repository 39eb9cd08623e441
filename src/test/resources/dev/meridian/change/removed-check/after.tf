resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "primary" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "one"
  ttl            = 60
  records        = ["192.0.2.1"]

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "two"
  ttl            = 60
  records        = ["192.0.2.2"]

  failover_routing_policy {
    type = "SECONDARY"
  }
}
