resource "aws_route53_zone" "main" {
  name = "example.com"
}

removed {
  from = aws_route53_record.www

  lifecycle {
    destroy = false
  }
}
