resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "blue" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "blue"
  ttl            = 60
  records        = ["192.0.2.1"]

  weighted_routing_policy {
    weight = 10
  }
}

resource "aws_route53_record" "green" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "green"
  ttl            = 60
  records        = ["192.0.2.2"]

  weighted_routing_policy {
    weight = 90
  }
}
