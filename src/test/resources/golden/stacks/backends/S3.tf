terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }

  backend "s3" {
    bucket       = "states"
    key          = "m/shop-test-dns.tfstate"
    encrypt      = true
    region       = "eu-central-1"
    use_lockfile = true
    kms_key_id   = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-8444-555555555555"
  }
}

data "terraform_remote_state" "us-east-1" {
  backend = "s3"
  config = {
    bucket     = "states"
    key        = "m/shop-test-us-east-1.tfstate"
    region     = "eu-central-1"
    kms_key_id = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-8444-555555555555"
  }
}
