resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "eu" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "eu"
  ttl            = 60
  records        = ["192.0.2.1"]

  geolocation_routing_policy {
    continent = "EU"
  }
}

resource "aws_route53_record" "rest" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "www"
  type           = "A"
  set_identifier = "rest"
  ttl            = 60
  records        = ["192.0.2.2"]

  geolocation_routing_policy {
    country = "*"
  }
}
