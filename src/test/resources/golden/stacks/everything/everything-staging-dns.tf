terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "s3" {
    bucket       = "acme-terraform-states"
    key          = "meridian/everything-staging-dns.tfstate"
    encrypt      = true
    region       = "eu-central-1"
    use_lockfile = true
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Application = "everything"
      CostCenter  = "4711"
      Environment = "staging"
      ManagedBy   = "Meridian"
      Region      = "global"
      Team        = "platform"
    }
  }
}

data "terraform_remote_state" "ap-southeast-1" {
  backend = "s3"
  config = {
    bucket = "acme-terraform-states"
    key    = "meridian/everything-staging-ap-southeast-1.tfstate"
    region = "eu-central-1"
  }
}

data "terraform_remote_state" "billing" {
  backend = "gcs"
  config = {
    bucket = "billing-states"
    prefix = "prod"
  }
}

data "terraform_remote_state" "eu-west-1" {
  backend = "s3"
  config = {
    bucket = "acme-terraform-states"
    key    = "meridian/everything-staging-eu-west-1.tfstate"
    region = "eu-central-1"
  }
}

data "terraform_remote_state" "sa-east-1" {
  backend = "s3"
  config = {
    bucket = "acme-terraform-states"
    key    = "meridian/everything-staging-sa-east-1.tfstate"
    region = "eu-central-1"
  }
}

data "terraform_remote_state" "search-cluster" {
  backend = "remote"
  config = {
    organization = "acme"
    workspaces = {
      name = "search"
    }
    hostname = "app.terraform.io"
  }
}

data "terraform_remote_state" "shop" {
  backend = "s3"
  config = {
    bucket = "shop-states"
    key    = "shop.tfstate"
    region = "eu-central-1"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "s3"
  config = {
    bucket = "acme-terraform-states"
    key    = "meridian/everything-staging-us-east-1.tfstate"
    region = "eu-central-1"
  }
}

data "aws_route53_zone" "main" {
  zone_id = "Z0123456789ABCDEFGHIJ"
}

resource "aws_route53_health_check" "ap-southeast-1" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "ap-southeast-1"
    Region = "ap-southeast-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "berlin" {
  failure_threshold = 3
  ip_address        = "203.0.113.20"
  port              = 443
  request_interval  = 30
  type              = "TCP"
  tags = {
    Name   = "berlin"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "berlin-2001-db8-53--20" {
  failure_threshold = 3
  ip_address        = "2001:db8:53::20"
  port              = 443
  request_interval  = 30
  type              = "TCP"
  tags = {
    Name   = "berlin-2001-db8-53--20"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "billing" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.billing.outputs.public_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "billing"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "blue-green-green" {
  enable_sni        = true
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
  port              = 443
  request_interval  = 30
  resource_path     = "/ready"
  type              = "HTTPS"
  tags = {
    Name   = "blue-green-green"
    Region = "eu-west-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "database" {
  failure_threshold = 3
  ip_address        = "203.0.113.10"
  port              = 5432
  request_interval  = 30
  type              = "TCP"
  tags = {
    Name   = "database"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "eu-west-1" {
  enable_sni        = true
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
  measure_latency   = true
  port              = 443
  request_interval  = 10
  resource_path     = "/health"
  search_string     = "ok"
  type              = "HTTPS_STR_MATCH"
  tags = {
    Name   = "eu-west-1"
    Region = "eu-west-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "homepage" {
  failure_threshold = 3
  fqdn              = "www.example.org"
  port              = 80
  regions           = ["ap-southeast-1", "eu-west-1", "us-east-1"]
  request_interval  = 30
  resource_path     = "/"
  search_string     = "Welcome"
  type              = "HTTP_STR_MATCH"
  tags = {
    Name   = "homepage"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "maintenance" {
  disabled           = true
  failure_threshold  = 3
  fqdn               = "maintenance.example.org"
  invert_healthcheck = true
  port               = 80
  request_interval   = 30
  resource_path      = "/health"
  type               = "HTTP"
  tags = {
    Name   = "maintenance"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "most" {
  child_health_threshold = 3
  child_healthchecks = [
    aws_route53_health_check.eu-west-1.id,
    aws_route53_health_check.homepage.id,
    aws_route53_health_check.queue.id,
    aws_route53_health_check.us-east-1.id,
  ]
  type = "CALCULATED"
  tags = {
    Name   = "most"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "ping" {
  enable_sni        = true
  failure_threshold = 1
  fqdn              = "www.example.org"
  port              = 443
  request_interval  = 30
  resource_path     = "/ping"
  type              = "HTTPS"
  tags = {
    Name   = "ping"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "queue" {
  cloudwatch_alarm_name           = "queue-depth"
  cloudwatch_alarm_region         = "us-east-1"
  insufficient_data_health_status = "LastKnownStatus"
  type                            = "CLOUDWATCH_METRIC"
  tags = {
    Name   = "queue"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "rack-203-0-113-31" {
  failure_threshold = 3
  ip_address        = "203.0.113.31"
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "rack-203-0-113-31"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "rack-203-0-113-32" {
  failure_threshold = 3
  ip_address        = "203.0.113.32"
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "rack-203-0-113-32"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "rack-203-0-113-33" {
  failure_threshold = 3
  ip_address        = "203.0.113.33"
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "rack-203-0-113-33"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "search-cluster-1" {
  failure_threshold = 3
  ip_address        = data.terraform_remote_state.search-cluster.outputs.public_addresses[0]
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "search-cluster-1"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "search-cluster-2" {
  failure_threshold = 3
  ip_address        = data.terraform_remote_state.search-cluster.outputs.public_addresses[1]
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "search-cluster-2"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "secure-homepage" {
  enable_sni        = false
  failure_threshold = 3
  fqdn              = "www.example.org"
  port              = 443
  request_interval  = 30
  resource_path     = "/"
  search_string     = "Welcome"
  type              = "HTTPS_STR_MATCH"
  tags = {
    Name   = "secure-homepage"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "switch" {
  routing_control_arn = "arn:aws:route53-recovery-control::123456789012:controlpanel/0123456789abcdef0123456789abcdef/routingcontrol/0123456789abcdef"
  type                = "RECOVERY_CONTROL"
  tags = {
    Name   = "switch"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "us-east-1" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "us-east-1"
    Region = "us-east-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_cidr_collection" "carriers" {
  name = "everything-staging-carriers"
}

resource "aws_route53_cidr_location" "carriers_north" {
  cidr_blocks        = ["198.51.100.0/24", "2001:db8:1::/48"]
  cidr_collection_id = aws_route53_cidr_collection.carriers.id
  name               = "north"
}

resource "aws_route53_cidr_location" "carriers_south" {
  cidr_blocks        = ["203.0.113.0/24"]
  cidr_collection_id = aws_route53_cidr_collection.carriers.id
  name               = "south"
}

resource "aws_route53_record" "wildcard_dev__txt" {
  name    = "*.dev.example.net"
  records = ["wildcard"]
  ttl     = 30
  type    = "TXT"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "wildcard_tenants_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "*.tenants.example.net"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  latency_routing_policy {
    region = "us-east-1"
  }
}

resource "aws_route53_record" "wildcard_tenants_eu-west-1" {
  name           = "*.tenants.example.net"
  set_identifier = "eu-west-1"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._wildcard-eu-west-1_tenants_primary.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  latency_routing_policy {
    region = "eu-west-1"
  }
}

resource "aws_route53_record" "wildcard_tenants_us-east-1_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "*.tenants.example.net"
  set_identifier  = "us-east-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  latency_routing_policy {
    region = "us-east-1"
  }
}

resource "aws_route53_record" "wildcard_tenants_eu-west-1_aaaa" {
  name           = "*.tenants.example.net"
  set_identifier = "eu-west-1"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._wildcard-eu-west-1_tenants_primary_aaaa.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  latency_routing_policy {
    region = "eu-west-1"
  }
}

resource "aws_route53_record" "_10__ptr_90d008" {
  name    = "10.example.net"
  records = ["bastion.example.net"]
  ttl     = 30
  type    = "PTR"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "_443__tcp_api__tlsa" {
  name    = "_443._tcp.api.example.net"
  records = ["3 1 1 0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"]
  ttl     = 30
  type    = "TLSA"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "_deep-sa-east-1_primary" {
  name           = "_deep-sa-east-1.example.net"
  set_identifier = "primary"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.sa-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.sa-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "_deep-sa-east-1_secondary" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_deep-sa-east-1.example.net"
  set_identifier  = "secondary"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "_deep-sa-east-1_secondary_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_deep-sa-east-1.example.net"
  set_identifier  = "secondary"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "_deep-us-east-1-na-secondary_eu-west-1" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "_deep-us-east-1-na-secondary.example.net"
  set_identifier  = "eu-west-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "_deep-us-east-1-na-secondary_ap-southeast-1" {
  health_check_id = aws_route53_health_check.ap-southeast-1.id
  name            = "_deep-us-east-1-na-secondary.example.net"
  set_identifier  = "ap-southeast-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.ap-southeast-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "_deep-us-east-1-na-secondary_eu-west-1_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "_deep-us-east-1-na-secondary.example.net"
  set_identifier  = "eu-west-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "_deep-us-east-1-na-secondary_ap-southeast-1_aaaa" {
  health_check_id = aws_route53_health_check.ap-southeast-1.id
  name            = "_deep-us-east-1-na-secondary.example.net"
  set_identifier  = "ap-southeast-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.ap-southeast-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.ap-southeast-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "_deep-us-east-1-na_primary" {
  health_check_id = aws_route53_health_check.switch.id
  name            = "_deep-us-east-1-na.example.net"
  set_identifier  = "primary"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "_deep-us-east-1-na_secondary" {
  name           = "_deep-us-east-1-na.example.net"
  set_identifier = "secondary"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-us-east-1-na-secondary_ap-southeast-1.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "_deep-us-east-1-na_primary_aaaa" {
  health_check_id = aws_route53_health_check.switch.id
  name            = "_deep-us-east-1-na.example.net"
  set_identifier  = "primary"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "_deep-us-east-1-na_secondary_aaaa" {
  name           = "_deep-us-east-1-na.example.net"
  set_identifier = "secondary"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-us-east-1-na-secondary_ap-southeast-1_aaaa.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "_deep-us-east-1_NA" {
  name           = "_deep-us-east-1.example.net"
  set_identifier = "NA"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-us-east-1-na_primary.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  geolocation_routing_policy {
    continent = "NA"
  }
}

resource "aws_route53_record" "_deep-us-east-1_default" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_deep-us-east-1.example.net"
  set_identifier  = "default"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "*"
  }
}

resource "aws_route53_record" "_deep-us-east-1_NA_aaaa" {
  name           = "_deep-us-east-1.example.net"
  set_identifier = "NA"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-us-east-1-na_primary_aaaa.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  geolocation_routing_policy {
    continent = "NA"
  }
}

resource "aws_route53_record" "_deep-us-east-1_default_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_deep-us-east-1.example.net"
  set_identifier  = "default"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "*"
  }
}

resource "aws_route53_record" "_dmarc__txt" {
  name    = "_dmarc.example.net"
  records = ["v=DMARC1; p=reject"]
  ttl     = 30
  type    = "TXT"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "_dns_resolver__svcb" {
  name    = "_dns.resolver.example.net"
  records = ["1 dns.example.org alpn=dot port=853"]
  ttl     = 30
  type    = "SVCB"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "_geo-eu_eu-west-1" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "_geo-eu.example.net"
  set_identifier  = "eu-west-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 90
  }
}

resource "aws_route53_record" "_geo-eu_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_geo-eu.example.net"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 10
  }
}

resource "aws_route53_record" "_geo-eu_eu-west-1_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "_geo-eu.example.net"
  set_identifier  = "eu-west-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 90
  }
}

resource "aws_route53_record" "_geo-eu_us-east-1_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_geo-eu.example.net"
  set_identifier  = "us-east-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 10
  }
}

resource "aws_route53_record" "_sip__tcp__srv" {
  name    = "_sip._tcp.example.net"
  records = ["10 5 5060 sip.example.org", "0 0 0 ."]
  ttl     = 30
  type    = "SRV"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "_wildcard-eu-west-1_tenants_primary" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "_wildcard-eu-west-1.tenants.example.net"
  set_identifier  = "primary"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "_wildcard-eu-west-1_tenants_secondary" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_wildcard-eu-west-1.tenants.example.net"
  set_identifier  = "secondary"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "_wildcard-eu-west-1_tenants_primary_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "_wildcard-eu-west-1.tenants.example.net"
  set_identifier  = "primary"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "_wildcard-eu-west-1_tenants_secondary_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "_wildcard-eu-west-1.tenants.example.net"
  set_identifier  = "secondary"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "api_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "api.example.net"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 70
  }
}

resource "aws_route53_record" "api_eu-west-1" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "api.example.net"
  set_identifier  = "eu-west-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 30
  }
}

resource "aws_route53_record" "api_berlin" {
  health_check_id = aws_route53_health_check.berlin.id
  name            = "api.example.net"
  records         = ["203.0.113.20"]
  set_identifier  = "berlin"
  ttl             = 30
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 0
  }
}

resource "aws_route53_record" "api_us-east-1_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "api.example.net"
  set_identifier  = "us-east-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 70
  }
}

resource "aws_route53_record" "api_eu-west-1_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "api.example.net"
  set_identifier  = "eu-west-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 30
  }
}

resource "aws_route53_record" "api_berlin_aaaa" {
  health_check_id = aws_route53_health_check.berlin-2001-db8-53--20.id
  name            = "api.example.net"
  records         = ["2001:db8:53::20"]
  set_identifier  = "berlin"
  ttl             = 30
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 0
  }
}

resource "aws_route53_record" "api__https" {
  name    = "api.example.net"
  records = ["1 . alpn=\"h2,h3\"", "0 cdn.example.org"]
  ttl     = 30
  type    = "HTTPS"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "backup_primary" {
  health_check_id = aws_route53_health_check.most.id
  name            = "backup.example.net"
  set_identifier  = "primary"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.shop.outputs.load_balancer_name
    zone_id                = data.terraform_remote_state.shop.outputs.load_balancer_zone
  }

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "backup_secondary" {
  name           = "backup.example.net"
  set_identifier = "secondary"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = false
    name                   = "d111111abcdef8.cloudfront.net"
    zone_id                = "Z2FDTNDATAQYW2"
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "backup_secondary_aaaa" {
  name           = "backup.example.net"
  set_identifier = "secondary"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = false
    name                   = "d111111abcdef8.cloudfront.net"
    zone_id                = "Z2FDTNDATAQYW2"
  }

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "bastion__sshfp" {
  name    = "bastion.example.net"
  records = ["4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789"]
  ttl     = 30
  type    = "SSHFP"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "blue-green_blue" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "blue-green.example.net"
  set_identifier  = "blue"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 255
  }
}

resource "aws_route53_record" "blue-green_green" {
  health_check_id = aws_route53_health_check.blue-green-green.id
  name            = "blue-green.example.net"
  set_identifier  = "green"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 0
  }
}

resource "aws_route53_record" "blue-green_blue_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "blue-green.example.net"
  set_identifier  = "blue"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 255
  }
}

resource "aws_route53_record" "blue-green_green_aaaa" {
  health_check_id = aws_route53_health_check.blue-green-green.id
  name            = "blue-green.example.net"
  set_identifier  = "green"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 0
  }
}

resource "aws_route53_record" "by-network_north" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "by-network.example.net"
  set_identifier  = "north"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = aws_route53_cidr_location.carriers_north.name
  }
}

resource "aws_route53_record" "by-network_south" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "by-network.example.net"
  set_identifier  = "south"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = aws_route53_cidr_location.carriers_south.name
  }
}

resource "aws_route53_record" "by-network_default" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "by-network.example.net"
  set_identifier  = "default"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = "*"
  }
}

resource "aws_route53_record" "by-network_north_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "by-network.example.net"
  set_identifier  = "north"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = aws_route53_cidr_location.carriers_north.name
  }
}

resource "aws_route53_record" "by-network_south_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "by-network.example.net"
  set_identifier  = "south"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = aws_route53_cidr_location.carriers_south.name
  }
}

resource "aws_route53_record" "by-network_default_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "by-network.example.net"
  set_identifier  = "default"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = "*"
  }
}

resource "aws_route53_record" "deep_us-east-1" {
  name           = "deep.example.net"
  set_identifier = "us-east-1"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-us-east-1_NA.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  latency_routing_policy {
    region = "us-east-1"
  }
}

resource "aws_route53_record" "deep_sa-east-1" {
  name           = "deep.example.net"
  set_identifier = "sa-east-1"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-sa-east-1_primary.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  latency_routing_policy {
    region = "sa-east-1"
  }
}

resource "aws_route53_record" "deep_us-east-1_aaaa" {
  name           = "deep.example.net"
  set_identifier = "us-east-1"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-us-east-1_NA_aaaa.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  latency_routing_policy {
    region = "us-east-1"
  }
}

resource "aws_route53_record" "deep_sa-east-1_aaaa" {
  name           = "deep.example.net"
  set_identifier = "sa-east-1"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._deep-sa-east-1_secondary_aaaa.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  latency_routing_policy {
    region = "sa-east-1"
  }
}

resource "aws_route53_record" "apex" {
  name    = "example.net"
  type    = "A"
  zone_id = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }
}

resource "aws_route53_record" "apex_aaaa" {
  name    = "example.net"
  type    = "AAAA"
  zone_id = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }
}

resource "aws_route53_record" "apex__caa" {
  name    = "example.net"
  records = ["0 issue \"letsencrypt.org\"", "0 issuewild \";\""]
  ttl     = 30
  type    = "CAA"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "apex__mx" {
  name    = "example.net"
  records = ["10 mail.example.org", "20 backup-mail.example.org"]
  ttl     = 3600
  type    = "MX"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "apex__naptr" {
  name    = "example.net"
  records = ["100 10 \"S\" \"SIP+D2U\" \"!^.*$!sip:info@example.net!\" _sip._udp.example.net"]
  ttl     = 30
  type    = "NAPTR"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "apex__spf" {
  name    = "example.net"
  records = ["v=spf1 -all"]
  ttl     = 30
  type    = "SPF"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "apex__txt" {
  name = "example.net"
  records = [
    "v=spf1 include:_spf.example.org -all",
    "two\" \"strings",
    "a $${literal} \\\"quoted\\\" %%{text}",
  ]
  ttl     = 30
  type    = "TXT"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "geo_US-CA" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "geo.example.net"
  set_identifier  = "US-CA"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country     = "US"
    subdivision = "CA"
  }
}

resource "aws_route53_record" "geo_US" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "geo.example.net"
  set_identifier  = "US"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "US"
  }
}

resource "aws_route53_record" "geo_country-NA" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "geo.example.net"
  set_identifier  = "country-NA"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "NA"
  }
}

resource "aws_route53_record" "geo_EU" {
  name           = "geo.example.net"
  set_identifier = "EU"
  type           = "A"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._geo-eu_eu-west-1.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  geolocation_routing_policy {
    continent = "EU"
  }
}

resource "aws_route53_record" "geo_default" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "geo.example.net"
  set_identifier  = "default"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "*"
  }
}

resource "aws_route53_record" "geo_US-CA_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "geo.example.net"
  set_identifier  = "US-CA"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country     = "US"
    subdivision = "CA"
  }
}

resource "aws_route53_record" "geo_US_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "geo.example.net"
  set_identifier  = "US"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "US"
  }
}

resource "aws_route53_record" "geo_country-NA_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "geo.example.net"
  set_identifier  = "country-NA"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "NA"
  }
}

resource "aws_route53_record" "geo_EU_aaaa" {
  name           = "geo.example.net"
  set_identifier = "EU"
  type           = "AAAA"
  zone_id        = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_route53_record._geo-eu_eu-west-1_aaaa.name
    zone_id                = data.aws_route53_zone.main.zone_id
  }

  geolocation_routing_policy {
    continent = "EU"
  }
}

resource "aws_route53_record" "geo_default_aaaa" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "geo.example.net"
  set_identifier  = "default"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  geolocation_routing_policy {
    country = "*"
  }
}

resource "aws_route53_record" "k8s__ds" {
  name    = "k8s.example.net"
  records = ["12345 13 2 49fd46e6c4b45c55d4ac69cbd3cd34ac1afe51de3c7f1b4f0b9f0f3a3cd2b0c1"]
  ttl     = 86400
  type    = "DS"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "k8s__ns" {
  name    = "k8s.example.net"
  records = ["ns-1.example.org", "ns-2.example.org"]
  ttl     = 30
  type    = "NS"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_us-east-1-1" {
  health_check_id                  = aws_route53_health_check.us-east-1.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = [data.terraform_remote_state.us-east-1.outputs.static_addresses[0]]
  set_identifier                   = "us-east-1-1"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_us-east-1-2" {
  health_check_id                  = aws_route53_health_check.us-east-1.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = [data.terraform_remote_state.us-east-1.outputs.static_addresses[1]]
  set_identifier                   = "us-east-1-2"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_eu-west-1-1" {
  health_check_id                  = aws_route53_health_check.eu-west-1.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = [data.terraform_remote_state.eu-west-1.outputs.static_addresses[0]]
  set_identifier                   = "eu-west-1-1"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_eu-west-1-2" {
  health_check_id                  = aws_route53_health_check.eu-west-1.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = [data.terraform_remote_state.eu-west-1.outputs.static_addresses[1]]
  set_identifier                   = "eu-west-1-2"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_rack-203_0_113_31" {
  health_check_id                  = aws_route53_health_check.rack-203-0-113-31.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = ["203.0.113.31"]
  set_identifier                   = "rack-203.0.113.31"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_rack-203_0_113_32" {
  health_check_id                  = aws_route53_health_check.rack-203-0-113-32.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = ["203.0.113.32"]
  set_identifier                   = "rack-203.0.113.32"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_rack-203_0_113_33" {
  health_check_id                  = aws_route53_health_check.rack-203-0-113-33.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = ["203.0.113.33"]
  set_identifier                   = "rack-203.0.113.33"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_search-cluster-1" {
  health_check_id                  = aws_route53_health_check.search-cluster-1.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = [data.terraform_remote_state.search-cluster.outputs.public_addresses[0]]
  set_identifier                   = "search-cluster-1"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "many_search-cluster-2" {
  health_check_id                  = aws_route53_health_check.search-cluster-2.id
  multivalue_answer_routing_policy = true
  name                             = "many.example.net"
  records                          = [data.terraform_remote_state.search-cluster.outputs.public_addresses[1]]
  set_identifier                   = "search-cluster-2"
  ttl                              = 30
  type                             = "A"
  zone_id                          = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "near_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "near.example.net"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geoproximity_routing_policy {
    aws_region = "us-east-1"
    bias       = 10
  }
}

resource "aws_route53_record" "near_boston" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "near.example.net"
  set_identifier  = "boston"
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geoproximity_routing_policy {
    bias             = 0
    local_zone_group = "us-east-1-bos-1"
  }
}

resource "aws_route53_record" "near_berlin" {
  health_check_id = aws_route53_health_check.berlin.id
  name            = "near.example.net"
  records         = ["203.0.113.20"]
  set_identifier  = "berlin"
  ttl             = 30
  type            = "A"
  zone_id         = data.aws_route53_zone.main.zone_id

  geoproximity_routing_policy {
    bias = -5

    coordinates {
      latitude  = "52.52"
      longitude = "13.4"
    }
  }
}

resource "aws_route53_record" "near_us-east-1_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "near.example.net"
  set_identifier  = "us-east-1"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geoproximity_routing_policy {
    aws_region = "us-east-1"
    bias       = 10
  }
}

resource "aws_route53_record" "near_boston_aaaa" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "near.example.net"
  set_identifier  = "boston"
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  geoproximity_routing_policy {
    bias             = 0
    local_zone_group = "us-east-1-bos-1"
  }
}

resource "aws_route53_record" "near_berlin_aaaa" {
  health_check_id = aws_route53_health_check.berlin-2001-db8-53--20.id
  name            = "near.example.net"
  records         = ["2001:db8:53::20"]
  set_identifier  = "berlin"
  ttl             = 30
  type            = "AAAA"
  zone_id         = data.aws_route53_zone.main.zone_id

  geoproximity_routing_policy {
    bias = -5

    coordinates {
      latitude  = "52.52"
      longitude = "13.4"
    }
  }
}

resource "aws_route53_record" "partners_partner_cname" {
  health_check_id = aws_route53_health_check.homepage.id
  name            = "partners.example.net"
  records         = ["lb.partner.example.org"]
  set_identifier  = "partner"
  ttl             = 30
  type            = "CNAME"
  zone_id         = data.aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 50
  }
}

resource "aws_route53_record" "partners_second-partner_cname" {
  health_check_id = aws_route53_health_check.ping.id
  name            = "partners.example.net"
  records         = ["lb.second.example.org"]
  set_identifier  = "second-partner"
  ttl             = 30
  type            = "CNAME"
  zone_id         = data.aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 40
  }
}

resource "aws_route53_record" "partners_billing_cname" {
  health_check_id = aws_route53_health_check.billing.id
  name            = "partners.example.net"
  records         = [data.terraform_remote_state.billing.outputs.public_name]
  set_identifier  = "billing"
  ttl             = 30
  type            = "CNAME"
  zone_id         = data.aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 10
  }
}

resource "aws_route53_record" "plain" {
  name    = "plain.example.net"
  records = ["203.0.113.31", "203.0.113.32", "203.0.113.33"]
  ttl     = 300
  type    = "A"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "sel1__domainkey__txt" {
  name = "sel1._domainkey.example.net"
  records = [
    "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuVrpbhVQwGhWWXk0j0lTmT7hZ0z1V5Pt1b2oGz8sXq0mS4v3nq5T9W7dYk2cJf6rL8aHxQeBvNpRtUiOyEwDgKjMlZsXcVbNaQwErTyUiOpAsDfGhJkLzXcVbNmQwErTyUiOpLkJhGfDsAzXcVbNmQwErTyUiOpLkJhGfDsAzXcVbNmQwErTyUiOpLkJhGfDs\" \"AzXcVbNmQwErTyUiOpLkJhGfDsAzXcVbNmIDAQAB",
  ]
  ttl     = 30
  type    = "TXT"
  zone_id = data.aws_route53_zone.main.zone_id
}

resource "aws_sns_topic" "health" {
  name = "everything-staging-health"
}

resource "aws_sns_topic_subscription" "oncall_example_net" {
  endpoint  = "oncall@example.net"
  protocol  = "email"
  topic_arn = aws_sns_topic.health.arn
}

resource "aws_sns_topic_subscription" "ops_example_net" {
  endpoint  = "ops@example.net"
  protocol  = "email"
  topic_arn = aws_sns_topic.health.arn
}

resource "aws_cloudwatch_metric_alarm" "ap-southeast-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check ap-southeast-1 is unhealthy"
  alarm_name          = "everything-staging-health-ap-southeast-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.ap-southeast-1.id
  }
}

resource "aws_cloudwatch_metric_alarm" "berlin" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check berlin is unhealthy"
  alarm_name          = "everything-staging-health-berlin"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.berlin.id
  }
}

resource "aws_cloudwatch_metric_alarm" "berlin-2001-db8-53--20" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check berlin-2001-db8-53--20 is unhealthy"
  alarm_name          = "everything-staging-health-berlin-2001-db8-53--20"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.berlin-2001-db8-53--20.id
  }
}

resource "aws_cloudwatch_metric_alarm" "billing" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check billing is unhealthy"
  alarm_name          = "everything-staging-health-billing"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.billing.id
  }
}

resource "aws_cloudwatch_metric_alarm" "blue-green-green" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check blue-green-green is unhealthy"
  alarm_name          = "everything-staging-health-blue-green-green"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.blue-green-green.id
  }
}

resource "aws_cloudwatch_metric_alarm" "database" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check database is unhealthy"
  alarm_name          = "everything-staging-health-database"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.database.id
  }
}

resource "aws_cloudwatch_metric_alarm" "eu-west-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check eu-west-1 is unhealthy"
  alarm_name          = "everything-staging-health-eu-west-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.eu-west-1.id
  }
}

resource "aws_cloudwatch_metric_alarm" "homepage" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check homepage is unhealthy"
  alarm_name          = "everything-staging-health-homepage"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.homepage.id
  }
}

resource "aws_cloudwatch_metric_alarm" "maintenance" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check maintenance is unhealthy"
  alarm_name          = "everything-staging-health-maintenance"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.maintenance.id
  }
}

resource "aws_cloudwatch_metric_alarm" "most" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check most is unhealthy"
  alarm_name          = "everything-staging-health-most"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.most.id
  }
}

resource "aws_cloudwatch_metric_alarm" "ping" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check ping is unhealthy"
  alarm_name          = "everything-staging-health-ping"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.ping.id
  }
}

resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check queue is unhealthy"
  alarm_name          = "everything-staging-health-queue"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.queue.id
  }
}

resource "aws_cloudwatch_metric_alarm" "rack-203-0-113-31" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check rack-203-0-113-31 is unhealthy"
  alarm_name          = "everything-staging-health-rack-203-0-113-31"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.rack-203-0-113-31.id
  }
}

resource "aws_cloudwatch_metric_alarm" "rack-203-0-113-32" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check rack-203-0-113-32 is unhealthy"
  alarm_name          = "everything-staging-health-rack-203-0-113-32"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.rack-203-0-113-32.id
  }
}

resource "aws_cloudwatch_metric_alarm" "rack-203-0-113-33" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check rack-203-0-113-33 is unhealthy"
  alarm_name          = "everything-staging-health-rack-203-0-113-33"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.rack-203-0-113-33.id
  }
}

resource "aws_cloudwatch_metric_alarm" "search-cluster-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check search-cluster-1 is unhealthy"
  alarm_name          = "everything-staging-health-search-cluster-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.search-cluster-1.id
  }
}

resource "aws_cloudwatch_metric_alarm" "search-cluster-2" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check search-cluster-2 is unhealthy"
  alarm_name          = "everything-staging-health-search-cluster-2"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.search-cluster-2.id
  }
}

resource "aws_cloudwatch_metric_alarm" "secure-homepage" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check secure-homepage is unhealthy"
  alarm_name          = "everything-staging-health-secure-homepage"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.secure-homepage.id
  }
}

resource "aws_cloudwatch_metric_alarm" "switch" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check switch is unhealthy"
  alarm_name          = "everything-staging-health-switch"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.switch.id
  }
}

resource "aws_cloudwatch_metric_alarm" "us-east-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check us-east-1 is unhealthy"
  alarm_name          = "everything-staging-health-us-east-1"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HealthCheckStatus"
  namespace           = "AWS/Route53"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 60
  statistic           = "Minimum"
  threshold           = 1
  treat_missing_data  = "breaching"
  dimensions = {
    HealthCheckId = aws_route53_health_check.us-east-1.id
  }
}

output "name_servers" {
  value       = data.aws_route53_zone.main.name_servers
  description = "The name servers to set at the domain's registrar"
}

output "zone_id" {
  value       = data.aws_route53_zone.main.zone_id
  description = "The hosted zone"
}

output "health_check_ids" {
  description = "Health check to its id in Route 53"
  value = {
    ap-southeast-1         = aws_route53_health_check.ap-southeast-1.id
    berlin                 = aws_route53_health_check.berlin.id
    berlin-2001-db8-53--20 = aws_route53_health_check.berlin-2001-db8-53--20.id
    billing                = aws_route53_health_check.billing.id
    blue-green-green       = aws_route53_health_check.blue-green-green.id
    database               = aws_route53_health_check.database.id
    eu-west-1              = aws_route53_health_check.eu-west-1.id
    homepage               = aws_route53_health_check.homepage.id
    maintenance            = aws_route53_health_check.maintenance.id
    most                   = aws_route53_health_check.most.id
    ping                   = aws_route53_health_check.ping.id
    queue                  = aws_route53_health_check.queue.id
    rack-203-0-113-31      = aws_route53_health_check.rack-203-0-113-31.id
    rack-203-0-113-32      = aws_route53_health_check.rack-203-0-113-32.id
    rack-203-0-113-33      = aws_route53_health_check.rack-203-0-113-33.id
    search-cluster-1       = aws_route53_health_check.search-cluster-1.id
    search-cluster-2       = aws_route53_health_check.search-cluster-2.id
    secure-homepage        = aws_route53_health_check.secure-homepage.id
    switch                 = aws_route53_health_check.switch.id
    us-east-1              = aws_route53_health_check.us-east-1.id
  }
}

output "names" {
  description = "Label to fully qualified name"
  value = {
    "@"         = "example.net"
    plain       = "plain.example.net"
    api         = "api.example.net"
    "*.tenants" = "*.tenants.example.net"
    geo         = "geo.example.net"
    near        = "near.example.net"
    backup      = "backup.example.net"
    many        = "many.example.net"
    by-network  = "by-network.example.net"
    partners    = "partners.example.net"
    deep        = "deep.example.net"
    blue-green  = "blue-green.example.net"
  }
}
