# Resources that the stack shop-prod-dns manages now, written by ./meridian adopt.
# Put this file into the configuration of FOLDER/old.tfstate in place of their resource blocks. Needs
# Terraform 1.7 or later. Delete this file after it has been applied once.

removed {
  from = aws_route53_health_check.berlin

  lifecycle {
    destroy = false
  }
}

removed {
  from = module.dns.aws_route53_record.wildcard

  lifecycle {
    destroy = false
  }
}
# Checksum: DIGITS
