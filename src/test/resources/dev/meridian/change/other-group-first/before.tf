resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "old1" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "_old"
  type           = "A"
  set_identifier = "blue"
  ttl            = 60
  records        = ["192.0.2.1"]

  weighted_routing_policy {
    weight = 10
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "old2" {
  zone_id        = aws_route53_zone.main.zone_id
  name           = "_old"
  type           = "A"
  set_identifier = "green"
  ttl            = 60
  records        = ["192.0.2.2"]

  weighted_routing_policy {
    weight = 90
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"

  alias {
    name                   = aws_route53_record.old1.fqdn
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = true
  }

  depends_on = [aws_route53_record.old2]
}
