terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "local" {
    path = "../../../terraform.storefront-production-us-east-1.tfstate"
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Application = "storefront"
      Environment = "production"
      ManagedBy   = "Meridian"
      Region      = "us-east-1"
    }
  }
}

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags = {
    Name = "storefront-production"
  }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags = {
    Name = "storefront-production"
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
    Name = "storefront-production-public"
  }
}

resource "aws_route" "internet" {
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
  route_table_id         = aws_route_table.public.id
}

resource "aws_subnet" "public_1" {
  availability_zone       = data.aws_availability_zones.available.names[0]
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
  vpc_id                  = aws_vpc.main.id
  tags = {
    Name = "storefront-production-public-1"
  }
}

resource "aws_route_table_association" "public_1" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public_1.id
}

resource "aws_subnet" "public_2" {
  availability_zone       = data.aws_availability_zones.available.names[1]
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true
  vpc_id                  = aws_vpc.main.id
  tags = {
    Name = "storefront-production-public-2"
  }
}

resource "aws_route_table_association" "public_2" {
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public_2.id
}

resource "aws_security_group" "alb" {
  description = "Load balancer: open to everybody"
  name_prefix = "storefront-production-alb-"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name = "storefront-production-alb"
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

resource "aws_vpc_security_group_ingress_rule" "alb_https" {
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.alb.id
  to_port           = 443
}

resource "aws_lb" "alb" {
  drop_invalid_header_fields = true
  internal                   = false
  ip_address_type            = "ipv4"
  load_balancer_type         = "application"
  name                       = "storefront-production-alb"
  security_groups            = [aws_security_group.alb.id]
  subnets                    = [aws_subnet.public_1.id, aws_subnet.public_2.id]
  depends_on                 = [aws_route.internet]
}

resource "aws_lb_target_group" "web" {
  name        = "storefront-production-web-80"
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

resource "aws_security_group" "servers" {
  description = "Servers: open to the load balancer alone"
  name_prefix = "storefront-production-servers-"
  vpc_id      = aws_vpc.main.id
  tags = {
    Name = "storefront-production-servers"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "alb_to_servers" {
  from_port                    = 80
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.servers.id
  security_group_id            = aws_security_group.alb.id
  to_port                      = 80
}

resource "aws_vpc_security_group_ingress_rule" "servers_from_alb" {
  from_port                    = 80
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.alb.id
  security_group_id            = aws_security_group.servers.id
  to_port                      = 80
}

resource "aws_vpc_security_group_egress_rule" "servers_to_internet" {
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.servers.id
}

data "aws_ssm_parameter" "al2023" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_launch_template" "servers" {
  image_id               = data.aws_ssm_parameter.al2023.insecure_value
  instance_type          = "t3.micro"
  name_prefix            = "storefront-production-"
  update_default_version = true
  vpc_security_group_ids = [aws_security_group.servers.id]
  user_data = base64encode(<<-EOT
#!/bin/bash
set -euo pipefail

install -d /opt/web
cat > /opt/web/server.py <<'PYTHON'
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from platform import node


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        body = b"ok\n" if path == HEALTH else f"Hello from {node()}\n".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


HEALTH = "/health"
ThreadingHTTPServer(("", 80), Handler).serve_forever()
PYTHON

cat > /etc/systemd/system/web.service <<'UNIT'
[Unit]
Description=Web server
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=/usr/bin/python3 /opt/web/server.py
Restart=always
DynamicUser=yes
AmbientCapabilities=CAP_NET_BIND_SERVICE

[Install]
WantedBy=multi-user.target
UNIT

systemctl enable --now web.service
EOT
  )

  metadata_options {
    http_endpoint               = "enabled"
    http_put_response_hop_limit = 1
    http_tokens                 = "required"
  }
}

resource "aws_autoscaling_group" "servers" {
  desired_capacity          = 2
  health_check_grace_period = 120
  health_check_type         = "ELB"
  max_size                  = 2
  min_size                  = 2
  name                      = "storefront-production"
  target_group_arns         = [aws_lb_target_group.web.arn]
  vpc_zone_identifier       = [aws_subnet.public_1.id, aws_subnet.public_2.id]

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 50
    }
  }

  launch_template {
    id      = aws_launch_template.servers.id
    version = aws_launch_template.servers.latest_version
  }

  tag {
    key                 = "Application"
    propagate_at_launch = true
    value               = "storefront"
  }

  tag {
    key                 = "Environment"
    propagate_at_launch = true
    value               = "production"
  }

  tag {
    key                 = "ManagedBy"
    propagate_at_launch = true
    value               = "Meridian"
  }

  tag {
    key                 = "Name"
    propagate_at_launch = true
    value               = "storefront-production"
  }

  tag {
    key                 = "Region"
    propagate_at_launch = true
    value               = "us-east-1"
  }

  depends_on = [aws_lb_listener.http]
}

resource "aws_eip" "static_1" {
  domain = "vpc"
  tags = {
    Name = "storefront-production-static-1"
  }
  depends_on = [aws_route.internet]
}

resource "aws_eip" "static_2" {
  domain = "vpc"
  tags = {
    Name = "storefront-production-static-2"
  }
  depends_on = [aws_route.internet]
}

resource "aws_lb" "static" {
  internal           = false
  ip_address_type    = "ipv4"
  load_balancer_type = "network"
  name               = "storefront-production-nlb"

  subnet_mapping {
    allocation_id = aws_eip.static_1.allocation_id
    subnet_id     = aws_subnet.public_1.id
  }

  subnet_mapping {
    allocation_id = aws_eip.static_2.allocation_id
    subnet_id     = aws_subnet.public_2.id
  }

  depends_on = [aws_route.internet]
}

resource "aws_lb_target_group" "static_http" {
  name        = "storefront-production-nlb-80"
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
  value       = [aws_subnet.public_1.id, aws_subnet.public_2.id]
  description = "The load balancer's subnets, one per zone"
}

output "static_addresses" {
  value       = [aws_eip.static_1.public_ip, aws_eip.static_2.public_ip]
  description = "Elastic IPs in front of the load balancer, one per zone"
}
