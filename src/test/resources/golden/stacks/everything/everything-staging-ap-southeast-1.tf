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
    key          = "meridian/everything-staging-ap-southeast-1.tfstate"
    encrypt      = true
    region       = "eu-central-1"
    use_lockfile = true
  }
}

provider "aws" {
  region = "ap-southeast-1"

  default_tags {
    tags = {
      Application = "everything"
      CostCenter  = "4711"
      Environment = "staging"
      ManagedBy   = "Meridian"
      Region      = "ap-southeast-1"
      Team        = "platform"
    }
  }
}

resource "aws_vpc" "main" {
  assign_generated_ipv6_cidr_block = true
  cidr_block                       = "10.20.0.0/16"
  enable_dns_hostnames             = true
  enable_dns_support               = true
  tags = {
    Name = "everything-staging"
  }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags = {
    Name = "everything-staging"
  }
}

data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags = {
    Name = "everything-staging-public"
  }
}

resource "aws_route" "internet" {
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
  route_table_id         = aws_route_table.public.id
}

resource "aws_route" "internet_ipv6" {
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.main.id
  route_table_id              = aws_route_table.public.id
}

resource "aws_subnet" "public_1" {
  assign_ipv6_address_on_creation = true
  availability_zone               = data.aws_availability_zones.available.names[0]
  cidr_block                      = "10.20.1.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)
  map_public_ip_on_launch         = true
  vpc_id                          = aws_vpc.main.id
  tags = {
    Name = "everything-staging-public-1"
  }
}

resource "aws_route_table_association" "public_1" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public_1.id
}

resource "aws_subnet" "public_2" {
  assign_ipv6_address_on_creation = true
  availability_zone               = data.aws_availability_zones.available.names[1]
  cidr_block                      = "10.20.2.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 2)
  map_public_ip_on_launch         = true
  vpc_id                          = aws_vpc.main.id
  tags = {
    Name = "everything-staging-public-2"
  }
}

resource "aws_route_table_association" "public_2" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public_2.id
}

resource "aws_subnet" "public_3" {
  assign_ipv6_address_on_creation = true
  availability_zone               = data.aws_availability_zones.available.names[2]
  cidr_block                      = "10.20.3.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 3)
  map_public_ip_on_launch         = true
  vpc_id                          = aws_vpc.main.id
  tags = {
    Name = "everything-staging-public-3"
  }
}

resource "aws_route_table_association" "public_3" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public_3.id
}

resource "aws_security_group" "alb" {
  description = "Load balancer: open to everybody"
  name_prefix = "everything-staging-alb-"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name = "everything-staging-alb"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "alb_http" {
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 80
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.alb.id
  to_port           = 80
}

resource "aws_vpc_security_group_ingress_rule" "alb_http_ipv6" {
  cidr_ipv6         = "::/0"
  from_port         = 80
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.alb.id
  to_port           = 80
}

resource "aws_vpc_security_group_ingress_rule" "alb_https" {
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.alb.id
  to_port           = 443
}

resource "aws_vpc_security_group_ingress_rule" "alb_https_ipv6" {
  cidr_ipv6         = "::/0"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.alb.id
  to_port           = 443
}

resource "aws_lb" "alb" {
  drop_invalid_header_fields = true
  internal                   = false
  ip_address_type            = "dualstack"
  load_balancer_type         = "application"
  name                       = "everything-staging-alb"
  security_groups            = [aws_security_group.alb.id]
  subnets                    = [aws_subnet.public_1.id, aws_subnet.public_2.id, aws_subnet.public_3.id]
  depends_on                 = [aws_route.internet, aws_route.internet_ipv6]
}

resource "aws_lb_target_group" "web" {
  name        = "everything-staging-web-80"
  port        = 80
  protocol    = "HTTP"
  target_type = "instance"
  vpc_id      = aws_vpc.main.id

  health_check {
    healthy_threshold   = 2
    interval            = 30
    path                = "/health"
    protocol            = "HTTP"
    timeout             = 5
    unhealthy_threshold = 3
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.alb.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    target_group_arn = aws_lb_target_group.web.arn
    type             = "forward"
  }
}

resource "aws_vpc_security_group_egress_rule" "alb_to_targets" {
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.alb.id
}

resource "aws_vpc_security_group_egress_rule" "alb_to_targets_ipv6" {
  cidr_ipv6         = "::/0"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.alb.id
}

resource "aws_eip" "static_1" {
  domain = "vpc"
  tags = {
    Name = "everything-staging-static-1"
  }
  depends_on = [aws_route.internet, aws_route.internet_ipv6]
}

resource "aws_eip" "static_2" {
  domain = "vpc"
  tags = {
    Name = "everything-staging-static-2"
  }
  depends_on = [aws_route.internet, aws_route.internet_ipv6]
}

resource "aws_eip" "static_3" {
  domain = "vpc"
  tags = {
    Name = "everything-staging-static-3"
  }
  depends_on = [aws_route.internet, aws_route.internet_ipv6]
}

resource "aws_lb" "static" {
  internal           = false
  ip_address_type    = "ipv4"
  load_balancer_type = "network"
  name               = "everything-staging-nlb"

  subnet_mapping {
    allocation_id = aws_eip.static_1.allocation_id
    subnet_id     = aws_subnet.public_1.id
  }

  subnet_mapping {
    allocation_id = aws_eip.static_2.allocation_id
    subnet_id     = aws_subnet.public_2.id
  }

  subnet_mapping {
    allocation_id = aws_eip.static_3.allocation_id
    subnet_id     = aws_subnet.public_3.id
  }

  depends_on = [aws_route.internet, aws_route.internet_ipv6]
}

resource "aws_lb_target_group" "static_http" {
  name        = "everything-staging-nlb-80"
  port        = 80
  protocol    = "TCP"
  target_type = "alb"
  vpc_id      = aws_vpc.main.id

  health_check {
    matcher  = "200-399"
    path     = "/health"
    protocol = "HTTP"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_target_group_attachment" "static_http" {
  port             = 80
  target_group_arn = aws_lb_target_group.static_http.arn
  target_id        = aws_lb.alb.arn
  depends_on       = [aws_lb_listener.http]
}

resource "aws_lb_listener" "static_http" {
  load_balancer_arn = aws_lb.static.arn
  port              = 80
  protocol          = "TCP"

  default_action {
    target_group_arn = aws_lb_target_group.static_http.arn
    type             = "forward"
  }
}

output "alb_dns_name" {
  value       = aws_lb.alb.dns_name
  description = "The load balancer's DNS name"
}

output "alb_zone_id" {
  value       = aws_lb.alb.zone_id
  description = "The load balancer's hosted zone ID, for aliases"
}

output "alb_arn" {
  value       = aws_lb.alb.arn
  description = "The load balancer"
}

output "target_group_arn" {
  value       = aws_lb_target_group.web.arn
  description = "Where targets are registered"
}

output "vpc_id" {
  value       = aws_vpc.main.id
  description = "The network"
}

output "subnet_ids" {
  value       = [aws_subnet.public_1.id, aws_subnet.public_2.id, aws_subnet.public_3.id]
  description = "The load balancer's subnets, one per zone"
}

output "static_addresses" {
  value       = [aws_eip.static_1.public_ip, aws_eip.static_2.public_ip, aws_eip.static_3.public_ip]
  description = "Elastic IPs in front of the load balancer, one per zone"
}
