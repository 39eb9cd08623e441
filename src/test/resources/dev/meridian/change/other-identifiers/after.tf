resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "red" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "red"
  ttl            = 60
  records        = ["192.0.2.3"]

  weighted_routing_policy {
    weight = 1
  }
}
