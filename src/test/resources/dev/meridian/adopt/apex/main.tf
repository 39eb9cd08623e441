# The zone itself: an alias to a load balancer, and an alias within the zone.
variable "zone" {
  type = string
}

resource "aws_route53_record" "root" {
  zone_id = var.zone
  name    = "example.com"
  type    = "A"

  alias {
    name                   = "shop-1234567890.us-east-1.elb.amazonaws.com"
    zone_id                = "Z35SXDOTRQ7X7K"
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "assets" {
  zone_id = var.zone
  name    = "assets"
  type    = "CNAME"
  ttl     = 300
  records = ["d111111abcdef8.cloudfront.net"]
}
