"""The results as a Markdown table."""

HEAD = """\
| Stacks | Resources | Program | Wall s (least–most) | CPU s | Ratio | JVM MB | Node.js MB | Heap MB |
|---|--:|---|--:|--:|--:|--:|--:|--:|"""


def markdown(comparisons):
    rows = [row(comparison, program) for comparison in comparisons for program in ("meridian", "peer")]
    return "\n".join([HEAD, *rows])


def row(comparison, program):
    ours = program == "meridian"
    walls = [cost.wall for cost in comparison.costs[program]]
    jvm, node, heap, _ = comparison.memory[program]
    cells = [
        comparison.workload.title if ours else "",
        f"{comparison.resources:,}" if ours else "",
        "Meridian" if ours else "CDKTF in JavaScript",
        f"{comparison.median(program, 'wall'):.2f} ({min(walls):.2f}–{max(walls):.2f})",
        f"{comparison.median(program, 'cpu'):.2f}",
        f"{comparison.ratio():.2f}" if ours else "",
        *(megabytes(amount) for amount in (jvm, node, heap)),
    ]
    return f"| {' | '.join(cells)} |"


def megabytes(amount):
    return "" if amount is None else f"{amount:.0f}"
