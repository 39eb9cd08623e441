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
    key          = "meridian/everything-staging-sa-east-1.tfstate"
    encrypt      = true
    region       = "eu-central-1"
    use_lockfile = true
  }
}

provider "aws" {
  region = "sa-east-1"

  default_tags {
    tags = {
      Application = "everything"
      CostCenter  = "4711"
      Environment = "staging"
      ManagedBy   = "Meridian"
      Region      = "sa-east-1"
      Team        = "platform"
    }
  }
}

resource "aws_security_group" "alb" {
  description = "Load balancer: open to everybody"
  name_prefix = "everything-staging-alb-"
  vpc_id      = "vpc-0123456789abcdef0"
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
  name                       = "everything-staging-alb"
  security_groups            = [aws_security_group.alb.id]
  subnets                    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  depends_on                 = []
}

resource "aws_lb_target_group" "web" {
  name        = "everything-staging-web-80"
  port        = 80
  protocol    = "HTTP"
  target_type = "instance"
  vpc_id      = "vpc-0123456789abcdef0"

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
  name_prefix = "everything-staging-servers-"
  vpc_id      = "vpc-0123456789abcdef0"
  tags = {
    Name = "everything-staging-servers"
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
  name_prefix            = "everything-staging-"
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
  name                      = "everything-staging"
  target_group_arns         = [aws_lb_target_group.web.arn]
  vpc_zone_identifier       = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

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
    value               = "everything"
  }

  tag {
    key                 = "CostCenter"
    propagate_at_launch = true
    value               = "4711"
  }

  tag {
    key                 = "Environment"
    propagate_at_launch = true
    value               = "staging"
  }

  tag {
    key                 = "ManagedBy"
    propagate_at_launch = true
    value               = "Meridian"
  }

  tag {
    key                 = "Name"
    propagate_at_launch = true
    value               = "everything-staging"
  }

  tag {
    key                 = "Region"
    propagate_at_launch = true
    value               = "sa-east-1"
  }

  tag {
    key                 = "Team"
    propagate_at_launch = true
    value               = "platform"
  }

  depends_on = [aws_lb_listener.http]
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
  value       = "vpc-0123456789abcdef0"
  description = "The network"
}

output "subnet_ids" {
  value       = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  description = "The load balancer's subnets, one per zone"
}

output "static_addresses" {
  value       = []
  description = "Elastic IPs in front of the load balancer, one per zone"
}
