resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"

  alias {
    name                   = "target.example.com"
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = true
  }
}
