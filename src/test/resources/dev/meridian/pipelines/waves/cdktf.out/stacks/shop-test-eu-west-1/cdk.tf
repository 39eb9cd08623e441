terraform {
  backend "local" {
    path = "../../../terraform.shop-test-eu-west-1.tfstate"
  }
}

resource "terraform_data" "load_balancer" {
  input = "lb.eu-west-1"
}

output "alb_dns_name" {
  value = terraform_data.load_balancer.output
}
