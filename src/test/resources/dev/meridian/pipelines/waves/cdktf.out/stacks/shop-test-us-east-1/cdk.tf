terraform {
  backend "local" {
    path = "../../../terraform.shop-test-us-east-1.tfstate"
  }
}

resource "terraform_data" "load_balancer" {
  input = "lb.us-east-1"
}

output "alb_dns_name" {
  value = terraform_data.load_balancer.output
}
