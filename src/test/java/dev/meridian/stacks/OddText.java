package dev.meridian.stacks;

/** Texts of a user that Terraform would take for code if they were written as they are. */
final class OddText {
  static final String TEXT = "${path.root} %{if true} \"quoted\" $${x} back\\slash";

  private OddText() {}

  static Example example() {
    return Example.of(
        """
        application: shop
        environment: test
        zone: {name: example.com, existing: true}
        state: {backend: local}
        tags: {Number: "4711", Version: "1.10", Flag: "true"}
        health-checks:
          odd: {protocol: HTTP, host: www.example.org, path: '/a?b=%%{c}&d=${e}', search: '%s'}
          constructor: {protocol: HTTP, host: www.example.org}
          value: {protocol: HTTP, host: value.example.org}
          dynamic: {protocol: HTTP, host: dynamic.example.org}
        endpoints:
          rack: {addresses: [203.0.113.7], health-check: odd}
          other: {state: {backend: local, path: 'a/${b}'}, outputs: {host: a}}
          beta: {state: {backend: pg, schema: '[beta]'}, outputs: {host: constructor}}
        regions: [us-east-1]
        site: {servers: {count: 2}, target-check: {path: '/"quoted"/${x}'}}
        cidr-collections:
          a: {b_c: [198.51.100.0/24]}
          a_b: {c: [203.0.113.0/24]}
          %s: {x: [192.0.2.0/24]}
          constructor: {constructor: [198.18.0.0/24], toString: [198.18.1.0/24]}
          __proto__: {__proto__: [198.18.0.0/24], hasOwnProperty: [198.18.1.0/24]}
        names:
          for: {simple: rack}
          -dash: {simple: rack}
          7up: {simple: rack}
          constructor: {simple: rack}
          __proto__: {simple: rack}
          value: {simple: rack}
          dynamic: {simple: other}
          beta: {simple: beta}
        """
            .formatted(TEXT, "long".repeat(16)));
  }
}
