"""Generates declarations of every size in the table of docs/performance.md."""

HEAD = """application: scale
environment: bench
zone: {name: example.com}
state: {backend: local}
health-check: none
"""


def address(number):
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def endpoints(count):
    return "endpoints:\n" + "".join(f"  e{i}: {{addresses: [{address(i)}]}}\n" for i in range(count))


def names(count):
    """Each name has two weighted records."""
    lines = "".join(f"  n{i}: {{weighted: {{e0: 1, e1: 1}}}}\n" for i in range(count))
    return HEAD + endpoints(2) + "names:\n" + lines


def groups(count):
    """Each name has 100 weighted records, all of them with endpoints of its own."""
    lines = ""
    for name in range(count):
        branches = ", ".join(f"e{name * 100 + i}: 1" for i in range(100))
        lines += f"  n{name}: {{weighted: {{{branches}}}}}\n"
    return HEAD + endpoints(count * 100) + "names:\n" + lines


def blocks(count, per_name=50):
    """One CIDR collection of so many blocks, in at most 99 locations, and IP-based names."""
    locations = min(count, 99)  # with default, a group has 100 record sets
    text = HEAD + endpoints(locations + 1) + "cidr-collections:\n  nets:\n"
    for location in range(locations):
        own = [f"{20 + (i >> 16)}.{i >> 8 & 255}.{i & 255}.0/24" for i in range(location, count, locations)]
        text += f"    l{location}: [{', '.join(own)}]\n"
    branches = ", ".join(f"l{i}: e{i}" for i in range(locations))
    text += "names:\n"
    for name in range(per_name):
        text += f"  n{name}: {{ip-based: {{collection: nets, locations: {{{branches}, default: e{locations}}}}}}}\n"
    return text


REGIONS = """us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-west-1 eu-west-2 eu-west-3 eu-central-1
eu-central-2 eu-north-1 eu-south-1 eu-south-2 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3
ap-southeast-4 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-east-1 me-south-1 me-central-1 af-south-1 il-central-1
ca-west-1 ap-southeast-5""".split()


def regions(count):
    """One latency name with a record for each Region."""
    chosen = REGIONS[:count]
    text = HEAD + "regions:\n" + "".join(f"  {code}: {{}}\n" for code in chosen)
    return text + "names:\n  www: {latency: [" + ", ".join(chosen) + "]}\n"


def expectations(count, clients="from: DE, "):
    """100 names with two weighted records each, and so many expectations, half of them during a failure."""
    text = names(100) + "expect:\n"
    for name in range(100):
        text += f"  n{name}:\n"
        for i in range(count // 100):
            down = "down: [e1], " if i % 2 else ""  # nothing notices it: there are no health checks
            text += f"    - {{{clients}{down}answer: {{e0: 1, e1: 1}}}}\n"
    return text


def expectations_of_all(count):
    """The same for everybody."""
    return expectations(count, clients="")
