"""The stacks to synthesize."""
from dataclasses import dataclass

ENDPOINTS = 100


@dataclass(frozen=True)
class Recipe:
    key: str = "recipe"
    title: str = "the recipe"

    def declaration(self, root):
        return (root / "meridian.yaml").read_text(encoding="utf-8")


RECIPE = Recipe()


@dataclass(frozen=True)
class Records:
    """A hosted zone with this many weighted records, a hundred per name; see peer/records.mjs."""

    count: int

    @property
    def key(self):
        return str(self.count)

    @property
    def title(self):
        return f"{self.count:,} records"

    def declaration(self, _):
        lines = ["application: bench", "environment: synth", "zone: example.com", "ttl: 60"]
        lines += ["state: {backend: local}", "health-check: none", "endpoints:"]
        lines += [f"  server-{i}: {{addresses: [192.0.2.{i + 1}]}}" for i in range(ENDPOINTS)]
        lines.append("names:")
        for name in range(-(-self.count // ENDPOINTS)):
            branches = range(min(ENDPOINTS, self.count - name * ENDPOINTS))
            weights = ", ".join(f"server-{i}: {i + 1}" for i in branches)
            lines.append(f"  service-{name}: {{weighted: {{{weights}}}}}")
        return "\n".join(lines) + "\n"
