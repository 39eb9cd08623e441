# What a zone collects over the years: identifiers that people wrote, records of every kind.
resource "aws_route53_health_check" "checkout" {
  type              = "HTTPS_STR_MATCH"
  fqdn              = "checkout.example.net"
  port              = 8443
  resource_path     = "/status?full=1"
  search_string     = "all good"
  request_interval  = 10
  failure_threshold = 5
  enable_sni        = true
  measure_latency   = true
  regions           = ["us-east-1", "us-west-1", "eu-west-1"]
  tags              = { Name = "Checkout (prod)", Owner = "payments" }
}

resource "aws_route53_health_check" "tcp" {
  type              = "TCP"
  ip_address        = "203.0.113.9"
  port              = 5432
  request_interval  = 30
  failure_threshold = 2
  tags              = { Name = "DB port" }
}

resource "aws_route53_health_check" "either" {
  type                   = "CALCULATED"
  child_health_threshold = 1
  child_healthchecks     = [aws_route53_health_check.checkout.id, aws_route53_health_check.tcp.id]
  tags                   = { Name = "Either of both" }
}

resource "aws_route53_record" "weighted" {
  for_each = {
    "Blue 1"  = { addresses = ["203.0.113.10", "203.0.113.11"], weight = 90 }
    "Green_2" = { addresses = ["203.0.113.12"], weight = 0 }
  }

  zone_id         = aws_route53_zone.main.zone_id
  name            = "Canary"
  type            = "A"
  ttl             = 30
  records         = each.value.addresses
  set_identifier  = each.key
  health_check_id = each.key == "Blue 1" ? aws_route53_health_check.checkout.id : null

  weighted_routing_policy {
    weight = each.value.weight
  }
}

resource "aws_route53_record" "failover" {
  for_each = {
    "Main Site"    = { type = "PRIMARY", address = "203.0.113.13" }
    "Standby Site" = { type = "SECONDARY", address = "203.0.113.14" }
  }

  zone_id         = aws_route53_zone.main.zone_id
  name            = "checkout"
  type            = "A"
  ttl             = 60
  records         = [each.value.address]
  set_identifier  = each.key
  health_check_id = each.value.type == "PRIMARY" ? aws_route53_health_check.either.id : null

  failover_routing_policy {
    type = each.value.type
  }
}

resource "aws_route53_record" "one_sided" {
  zone_id         = aws_route53_zone.main.zone_id
  name            = "db"
  type            = "A"
  ttl             = 60
  records         = ["203.0.113.9"]
  set_identifier  = "Only One"
  health_check_id = aws_route53_health_check.tcp.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "latency_ttls" {
  for_each = {
    "N. Virginia" = { region = "us-east-1", ttl = 60, address = "203.0.113.15" }
    "Ireland"     = { region = "eu-west-1", ttl = 300, address = "203.0.113.16" }
  }

  zone_id        = aws_route53_zone.main.zone_id
  name           = "fast"
  type           = "A"
  ttl            = each.value.ttl
  records        = [each.value.address]
  set_identifier = each.key

  latency_routing_policy {
    region = each.value.region
  }
}

resource "aws_route53_record" "geo" {
  for_each = {
    "Germany (legal)" = { country = "DE", subdivision = null, continent = null, last = 17 }
    "US-California"   = { country = "US", subdivision = "CA", continent = null, last = 18 }
    "All of Africa"   = { country = null, subdivision = null, continent = "AF", last = 19 }
    "Rest of World"   = { country = "*", subdivision = null, continent = null, last = 20 }
  }

  zone_id        = aws_route53_zone.main.zone_id
  name           = "legal"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.${each.value.last}"]
  set_identifier = each.key

  geolocation_routing_policy {
    country     = each.value.country
    subdivision = each.value.subdivision
    continent   = each.value.continent
  }
}

resource "aws_route53_record" "multivalue" {
  for_each = {
    "Node A" = ["203.0.113.21", "203.0.113.22"]
    "Node B" = ["203.0.113.23"]
  }

  zone_id                          = aws_route53_zone.main.zone_id
  name                             = "nodes"
  type                             = "A"
  ttl                              = 60
  records                          = each.value
  set_identifier                   = each.key
  multivalue_answer_routing_policy = true
}

resource "aws_route53_record" "geoproximity" {
  for_each = {
    "Near Ohio" = { region = "us-east-2", bias = 10, latitude = null, longitude = null, last = 24 }
    "Oslo DC"   = { region = null, bias = 0, latitude = "59.91", longitude = "10.75", last = 25 }
  }

  zone_id        = aws_route53_zone.main.zone_id
  name           = "edge"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.${each.value.last}"]
  set_identifier = each.key

  geoproximity_routing_policy {
    aws_region = each.value.region
    bias       = each.value.bias

    dynamic "coordinates" {
      for_each = each.value.latitude == null ? [] : [each.value]

      content {
        latitude  = coordinates.value.latitude
        longitude = coordinates.value.longitude
      }
    }
  }
}

resource "aws_route53_cidr_collection" "carriers" {
  name = "Carrier_Blocks"
}

resource "aws_route53_cidr_location" "carriers" {
  for_each = {
    North = ["198.51.100.0/24", "2001:db8:1::/48"]
  }

  cidr_collection_id = aws_route53_cidr_collection.carriers.id
  name               = each.key
  cidr_blocks        = each.value
}

resource "aws_route53_record" "by_address" {
  for_each = {
    "Carrier North" = { location = aws_route53_cidr_location.carriers["North"].name, last = 26 }
    "Everybody"     = { location = "*", last = 27 }
  }

  zone_id        = aws_route53_zone.main.zone_id
  name           = "carrier"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.${each.value.last}"]
  set_identifier = each.key

  cidr_routing_policy {
    collection_id = aws_route53_cidr_collection.carriers.id
    location_name = each.value.location
  }
}

# Several values, and another TTL for each type of the name.
resource "aws_route53_record" "pool" {
  for_each = {
    A    = { ttl = 60, addresses = ["203.0.113.28", "203.0.113.29", "203.0.113.30"] }
    AAAA = { ttl = 600, addresses = ["2001:db8::28", "2001:db8::29"] }
  }

  zone_id = aws_route53_zone.main.zone_id
  name    = "Pool"
  type    = each.key
  ttl     = each.value.ttl
  records = each.value.addresses
}

# Aliases to names of the zone that clients ask for too.
resource "aws_route53_record" "web" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "web"
  type    = "A"

  alias {
    name                   = aws_route53_record.www["us"].fqdn
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_record" "entry" {
  for_each = {
    "Old World" = aws_route53_record.failover["Main Site"].fqdn
    "New World" = aws_route53_record.weighted["Blue 1"].fqdn
  }

  zone_id        = aws_route53_zone.main.zone_id
  name           = "entry"
  type           = "A"
  set_identifier = each.key

  weighted_routing_policy {
    weight = 1
  }

  alias {
    name                   = each.value
    zone_id                = aws_route53_zone.main.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "cname" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "Docs"
  type    = "CNAME"
  ttl     = 900
  records = ["WWW.Example.com"]
}

resource "aws_route53_record" "dotted" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "lb"
  type    = "CNAME"
  ttl     = 60
  records = ["lb.example.net."]
}

resource "aws_route53_record" "dkim" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "s1._domainkey"
  type    = "TXT"
  ttl     = 3600
  records = ["v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr5pVsOVbzM6Zk9q1vFfH0u8bFJ1gkXy7Vwzj0mEo6TnQe2p5xYhC8dRk3LwBqS4uKcN7aZtIoPfGhJmVbX9yUeW1rDsQlT2nK\"\"6vHcMgYx8EoBzJpRfLtAuIwSdNkQvXy3ChGmT5rPeZaUoLbWjVnKsDfHqYxMcRtIgEvBwJpOzAlSuNkTyXd7QfGhCmVrLeZaPoWbUjTnKsXfHqYdMcRvIgEwBzJpOxAlTuNkSyQIDAQAB"]
}

resource "aws_route53_record" "caa" {
  zone_id = aws_route53_zone.main.zone_id
  name    = ""
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"letsencrypt.org\"", "0 issuewild \";\"", "128 iodef \"mailto:sec@example.com\""]
}

resource "aws_route53_record" "srv" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "_sip._tcp"
  type    = "SRV"
  ttl     = 300
  records = ["10 60 5060 sip1.example.net", "20 0 5060 sip2.example.net."]
}

resource "aws_route53_record" "delegation" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "lab"
  type    = "NS"
  ttl     = 172800
  records = ["ns1.example.net", "NS2.example.net."]
}

resource "aws_route53_record" "naptr" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "voice"
  type    = "NAPTR"
  ttl     = 300
  records = ["100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" ."]
}
