package dev.meridian.stacks;

/** A small declaration for each backend. */
enum BackendExample {
  LOCAL("{backend: local, directory: state}"),
  S3(
      "{backend: s3, bucket: states, region: eu-central-1, prefix: m/, options: {kms_key_id: "
          + "'arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-8444-555555555555'}}"),
  CLOUD("{backend: cloud, organization: acme, hostname: tfe.example.com, workspace-prefix: m-}"),
  REMOTE("{backend: remote, organization: acme, hostname: tfe.example.com}"),
  GCS("{backend: gcs, bucket: states, prefix: m/}"),
  AZURERM("{backend: azurerm, resource-group: tf, storage-account: acme, container: states}"),
  HTTP("{backend: http, address: 'https://states.example.com/m'}"),
  PG("{backend: pg, schema-prefix: m-}");

  private final String state;

  BackendExample(String state) {
    this.state = state;
  }

  Example example() {
    return Example.of(
        """
        application: shop
        environment: test
        zone: example.com
        state: %s
        regions: [us-east-1]
        site: {servers: none}
        names: {api: {simple: us-east-1}}
        alerts: {enabled: false}
        """
            .formatted(state));
  }
}
