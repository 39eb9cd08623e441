terraform {
  backend "local" {
    path = "../../../terraform.shop-test-dns.tfstate"
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

resource "terraform_data" "record" {
  input = [
    data.terraform_remote_state.eu-west-1.outputs.alb_dns_name,
    data.terraform_remote_state.us-east-1.outputs.alb_dns_name,
  ]
}
