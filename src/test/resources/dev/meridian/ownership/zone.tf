provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "mail" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "example.com"
  type    = "MX"
  ttl     = 300
  records = ["10 mail.example.net"]
}

resource "aws_route53_record" "text" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "api.example.com"
  type    = "TXT"
  ttl     = 300
  records = ["at a name of the first application"]
}

resource "aws_route53_record" "branch" {
  for_each       = { one = 10, two = 20 }
  zone_id        = aws_route53_zone.main.zone_id
  name           = "old.example.com"
  type           = "A"
  ttl            = 60
  set_identifier = each.key
  records        = ["198.51.100.${each.value}"]

  weighted_routing_policy {
    weight = each.value
  }
}
