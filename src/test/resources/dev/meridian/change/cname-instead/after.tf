resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "new" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 60
  records = ["www.example.net"]
}
