terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "local" {
    path = "../../../terraform.shop-test-dns.tfstate"
  }
}

locals {
  weights = {
    zone   = aws_route53_zone.main.zone_id
    freeze = aws_ssm_parameter.weights_freeze.name
    state  = aws_ssm_parameter.weights_state.name
    regions = {
      eu-west-1 = {
        load-balancer = data.terraform_remote_state.eu-west-1.outputs.alb_arn
        target-group  = data.terraform_remote_state.eu-west-1.outputs.target_group_arn
        region        = "eu-west-1"
      }
      us-east-1 = {
        load-balancer = data.terraform_remote_state.us-east-1.outputs.alb_arn
        target-group  = data.terraform_remote_state.us-east-1.outputs.target_group_arn
        region        = "us-east-1"
      }
    }
    names = [
      {
        name  = "www.example.com"
        types = ["A"]
        branches = {
          blue = {
            identifier = "blue"
          }
          green = {
            identifier = "green"
          }
        }
        ramp = {
          branch = "green"
          stages = [[0, 1], [1800, 5], [3600, 25], [7200, 100]]
          start  = 1796115600
          alarms = ["shop-test-health-green-site", "checkout \"errors\""]
        }
      },
      {
        name  = "cdn.example.com"
        types = ["CNAME"]
        branches = {
          old = {
            identifier = "old"
          }
          new = {
            identifier = "New"
          }
        }
        ramp = {
          branch = "new"
          stages = [[0, 50], [90, 100]]
          start  = 1796169600
          alarms = []
        }
      },
      {
        name  = "api.example.com"
        types = ["A"]
        goals = {
          error_rate = 0.05
        }
        step         = 10
        cool-down    = 420
        metric-delay = 120
        window       = 180
        branches = {
          us-east-1 = {
            identifier = "us-east-1"
            region     = "us-east-1"
            minimum    = 10
            maximum    = 90
            start      = 50
          }
          eu-west-1 = {
            identifier = "eu-west-1"
            region     = "eu-west-1"
            minimum    = 10
            maximum    = 90
            start      = 50
          }
        }
      },
    ]
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Application = "shop"
      Environment = "test"
      ManagedBy   = "Meridian"
      Region      = "global"
    }
  }
}

data "terraform_remote_state" "eu-west-1" {
  backend = "local"
  config = {
    path = "../../../terraform.shop-test-eu-west-1.tfstate"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "local"
  config = {
    path = "../../../terraform.shop-test-us-east-1.tfstate"
  }
}

resource "aws_route53_zone" "main" {
  name = "example.com"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_route53_health_check" "blue" {
  failure_threshold = 3
  ip_address        = "203.0.113.1"
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "blue"
    Region = "global"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "eu-west-1" {
  failure_threshold = 3
  fqdn              = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "eu-west-1"
    Region = "eu-west-1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_health_check" "green-site" {
  failure_threshold = 3
  fqdn              = "green.example.net"
  port              = 80
  request_interval  = 30
  resource_path     = "/health"
  type              = "HTTP"
  tags = {
    Name   = "green-site"
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

resource "aws_route53_record" "_meridian__txt" {
  name    = "_meridian.example.com"
  records = ["meridian application=shop environment=test zone=example.com"]
  ttl     = 300
  type    = "TXT"
  zone_id = aws_route53_zone.main.zone_id
}

resource "aws_route53_record" "api_us-east-1" {
  health_check_id = aws_route53_health_check.us-east-1.id
  name            = "api.example.com"
  set_identifier  = "us-east-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.us-east-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.us-east-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 50
  }

  lifecycle {
    ignore_changes = [weighted_routing_policy[0].weight]
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "api_eu-west-1" {
  health_check_id = aws_route53_health_check.eu-west-1.id
  name            = "api.example.com"
  set_identifier  = "eu-west-1"
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.eu-west-1.outputs.alb_dns_name
    zone_id                = data.terraform_remote_state.eu-west-1.outputs.alb_zone_id
  }

  weighted_routing_policy {
    weight = 50
  }

  lifecycle {
    ignore_changes = [weighted_routing_policy[0].weight]
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "cdn_old_cname" {
  name           = "cdn.example.com"
  records        = ["old.example.net"]
  set_identifier = "old"
  ttl            = 60
  type           = "CNAME"
  zone_id        = aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 100
  }

  lifecycle {
    ignore_changes = [weighted_routing_policy[0].weight]
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "cdn_New_cname" {
  name           = "cdn.example.com"
  records        = ["new.example.net"]
  set_identifier = "New"
  ttl            = 60
  type           = "CNAME"
  zone_id        = aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 0
  }

  lifecycle {
    ignore_changes = [weighted_routing_policy[0].weight]
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "www_blue" {
  health_check_id = aws_route53_health_check.blue.id
  name            = "www.example.com"
  records         = ["203.0.113.1"]
  set_identifier  = "blue"
  ttl             = 60
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 100
  }

  lifecycle {
    ignore_changes = [weighted_routing_policy[0].weight]
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_route53_record" "www_green" {
  health_check_id = aws_route53_health_check.green-site.id
  name            = "www.example.com"
  records         = ["203.0.113.2"]
  set_identifier  = "green"
  ttl             = 60
  type            = "A"
  zone_id         = aws_route53_zone.main.zone_id

  weighted_routing_policy {
    weight = 0
  }

  lifecycle {
    ignore_changes = [weighted_routing_policy[0].weight]
  }

  depends_on = [aws_route53_record._meridian__txt]
}

resource "aws_sns_topic" "health" {
  name = "shop-test-health"
}

resource "aws_sns_topic_subscription" "ops_example_com" {
  endpoint  = "ops@example.com"
  protocol  = "email"
  topic_arn = aws_sns_topic.health.arn
}

resource "aws_cloudwatch_metric_alarm" "blue" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check blue is unhealthy"
  alarm_name          = "shop-test-health-blue"
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
    HealthCheckId = aws_route53_health_check.blue.id
  }
}

resource "aws_cloudwatch_metric_alarm" "eu-west-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check eu-west-1 is unhealthy"
  alarm_name          = "shop-test-health-eu-west-1"
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

resource "aws_cloudwatch_metric_alarm" "green-site" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check green-site is unhealthy"
  alarm_name          = "shop-test-health-green-site"
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
    HealthCheckId = aws_route53_health_check.green-site.id
  }
}

resource "aws_cloudwatch_metric_alarm" "us-east-1" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "Route 53 health check us-east-1 is unhealthy"
  alarm_name          = "shop-test-health-us-east-1"
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

resource "aws_ssm_parameter" "weights_freeze" {
  name  = "/meridian/shop-test/weights/freeze"
  type  = "String"
  value = "off"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "weights_state" {
  name  = "/meridian/shop-test/weights/state"
  type  = "String"
  value = "{}"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_cloudwatch_log_group" "weights" {
  name              = "/aws/lambda/shop-test-weights"
  retention_in_days = 90
}

data "aws_iam_policy_document" "weights_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      identifiers = ["lambda.amazonaws.com"]
      type        = "Service"
    }
  }
}

data "aws_iam_policy_document" "weights" {
  statement {
    actions   = ["route53:ListResourceRecordSets"]
    resources = [aws_route53_zone.main.arn]
    sid       = "ReadTheZone"
  }

  statement {
    actions   = ["route53:ChangeResourceRecordSets"]
    resources = [aws_route53_zone.main.arn]
    sid       = "ChangeWeights"

    condition {
      test     = "ForAllValues:StringEquals"
      values   = ["api.example.com", "cdn.example.com", "www.example.com"]
      variable = "route53:ChangeResourceRecordSetsNormalizedRecordNames"
    }

    condition {
      test     = "ForAllValues:StringEquals"
      values   = ["A", "CNAME"]
      variable = "route53:ChangeResourceRecordSetsRecordTypes"
    }

    condition {
      test     = "ForAllValues:StringEquals"
      values   = ["UPSERT"]
      variable = "route53:ChangeResourceRecordSetsActions"
    }

    condition {
      test     = "Null"
      values   = ["false"]
      variable = "route53:ChangeResourceRecordSetsNormalizedRecordNames"
    }
  }

  statement {
    actions   = ["cloudwatch:GetMetricData"]
    resources = ["*"]
    sid       = "ReadMetrics"

    condition {
      test     = "StringEquals"
      values   = ["eu-west-1", "us-east-1"]
      variable = "aws:RequestedRegion"
    }
  }

  statement {
    actions   = ["cloudwatch:DescribeAlarms"]
    resources = ["*"]
    sid       = "ReadAlarms"

    condition {
      test     = "StringEquals"
      values   = ["us-east-1"]
      variable = "aws:RequestedRegion"
    }
  }

  statement {
    actions   = ["ssm:GetParameter"]
    resources = [aws_ssm_parameter.weights_freeze.arn, aws_ssm_parameter.weights_state.arn]
    sid       = "ReadParameters"
  }

  statement {
    actions   = ["ssm:PutParameter"]
    resources = [aws_ssm_parameter.weights_state.arn]
    sid       = "KeepState"
  }

  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.weights.arn}:*"]
    sid       = "Log"
  }
}

resource "aws_iam_role" "weights" {
  assume_role_policy = data.aws_iam_policy_document.weights_assume.json
  description        = "What the function that adjusts weights may do"
  name               = "shop-test-weights"
}

resource "aws_iam_role_policy" "weights" {
  name   = "weights"
  policy = data.aws_iam_policy_document.weights.json
  role   = aws_iam_role.weights.id
}

resource "aws_lambda_function" "weights" {
  architectures    = ["arm64"]
  description      = "Adjusts Route 53 weights to CloudWatch metrics"
  filename         = "${path.module}/weights.zip"
  function_name    = "shop-test-weights"
  handler          = "weights.handler"
  memory_size      = 256
  role             = aws_iam_role.weights.arn
  runtime          = "python3.13"
  source_code_hash = "A8cuRFCxJeEEZjypUlAwiLM6IhXFPTt8+h67epKXI+c="
  timeout          = 60

  environment {
    variables = {
      CONFIG = jsonencode(local.weights)
    }
  }

  depends_on = [aws_cloudwatch_log_group.weights, aws_iam_role_policy.weights]
}

resource "aws_lambda_function_event_invoke_config" "weights" {
  function_name                = aws_lambda_function.weights.function_name
  maximum_event_age_in_seconds = 60
  maximum_retry_attempts       = 0
}

resource "aws_cloudwatch_event_rule" "weights" {
  description         = "Adjusts weights every minute"
  name                = "shop-test-weights"
  schedule_expression = "rate(1 minute)"
}

resource "aws_cloudwatch_event_target" "weights" {
  arn  = aws_lambda_function.weights.arn
  rule = aws_cloudwatch_event_rule.weights.name
}

resource "aws_lambda_permission" "weights" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.weights.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.weights.arn
  statement_id  = "weights"
}

resource "aws_cloudwatch_event_rule" "weights_alarms" {
  description   = "Adjusts weights when an alarm changes its state"
  event_pattern = "{\"detail\":{\"alarmName\":[{\"prefix\":\"shop-test-health-\"},\"checkout \\\"errors\\\"\",\"shop-test-health-green-site\"]},\"detail-type\":[\"CloudWatch Alarm State Change\"],\"source\":[\"aws.cloudwatch\"]}"
  name          = "shop-test-weights-alarms"
}

resource "aws_cloudwatch_event_target" "weights_alarms" {
  arn  = aws_lambda_function.weights.arn
  rule = aws_cloudwatch_event_rule.weights_alarms.name
}

resource "aws_lambda_permission" "weights_alarms" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.weights.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.weights_alarms.arn
  statement_id  = "weights_alarms"
}

resource "aws_cloudwatch_metric_alarm" "weights_failing" {
  alarm_actions       = [aws_sns_topic.health.arn]
  alarm_description   = "The function that adjusts weights fails"
  alarm_name          = "shop-test-weights-failing"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "Errors"
  namespace           = "AWS/Lambda"
  ok_actions          = [aws_sns_topic.health.arn]
  period              = 300
  statistic           = "Sum"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  dimensions = {
    FunctionName = aws_lambda_function.weights.function_name
  }
}

output "name_servers" {
  value       = aws_route53_zone.main.name_servers
  description = "The name servers to set at the domain's registrar"
}

output "zone_id" {
  value       = aws_route53_zone.main.zone_id
  description = "The hosted zone"
}

output "health_check_ids" {
  description = "Health check to its id in Route 53"
  value = {
    blue       = aws_route53_health_check.blue.id
    eu-west-1  = aws_route53_health_check.eu-west-1.id
    green-site = aws_route53_health_check.green-site.id
    us-east-1  = aws_route53_health_check.us-east-1.id
  }
}

output "names" {
  description = "Label to fully qualified name"
  value = {
    www = "www.example.com"
    cdn = "cdn.example.com"
    api = "api.example.com"
  }
}
