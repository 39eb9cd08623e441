terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "http" {
    address        = "https://states.example.com/m/shop-test-dns"
    lock_address   = "https://states.example.com/m/shop-test-dns/lock"
    lock_method    = "LOCK"
    unlock_address = "https://states.example.com/m/shop-test-dns/lock"
    unlock_method  = "UNLOCK"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "http"
  config = {
    address = "https://states.example.com/m/shop-test-us-east-1"
  }
}
