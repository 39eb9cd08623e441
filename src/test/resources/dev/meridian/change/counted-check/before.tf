resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_health_check" "site" {
  type              = "HTTP"
  fqdn              = "www.example.net"
  port              = 80
  request_interval  = 30
  failure_threshold = 3
}

resource "aws_route53_health_check" "other" {
  type              = "HTTP"
  fqdn              = "other.example.net"
  port              = 80
  request_interval  = 30
  failure_threshold = 3
}

resource "aws_route53_health_check" "both" {
  type                   = "CALCULATED"
  child_health_threshold = 1
  child_healthchecks     = [aws_route53_health_check.site.id, aws_route53_health_check.other.id]
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
  health_check_id = aws_route53_health_check.both.id
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
