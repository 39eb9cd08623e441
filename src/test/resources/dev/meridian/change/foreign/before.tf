resource "aws_route53_zone" "shop" {
  name = "shop.example"
}

resource "aws_route53_zone" "blog" {
  count = 1
  name  = "blog.example"
}

resource "aws_route53_zone" "elsewhere" {
  name = "elsewhere.example"
}

resource "aws_route53_record" "elsewhere" {
  zone_id = aws_route53_zone.elsewhere.zone_id
  name    = "keep"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.9"]
}

module "api" {
  source  = "./team"
  zone_id = aws_route53_zone.shop.zone_id
  name    = "api"
  targets = {
    blue  = { address = "192.0.2.1", weight = 90 }
    green = { address = "192.0.2.2", weight = 10 }
  }
}

resource "aws_route53_record" "blog" {
  count   = 2
  zone_id = aws_route53_zone.blog[0].zone_id
  name    = "w${count.index}"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.${count.index + 10}"]
}
