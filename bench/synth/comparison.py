"""Compares the two programs for a workload."""
import statistics
import sys
from dataclasses import dataclass

import stackfile

RUNS = 5


@dataclass
class Comparison:
    workload: object
    resources: int
    costs: dict
    memory: dict

    def ratio(self):
        """The median, over all pairs of runs, of Meridian's wall time divided by the peer's."""
        pairs = zip(self.costs["meridian"], self.costs["peer"])
        return statistics.median(ours.wall / theirs.wall for ours, theirs in pairs)

    def median(self, program, kind):
        return statistics.median(getattr(cost, kind) for cost in self.costs[program])


def compare(workload, meridian, peer):
    """One warm-up run each, with equal results; then A B A B, and one run each for memory."""
    print(f"{workload.title} ...", file=sys.stderr, flush=True)
    programs = (meridian, peer)
    for program in programs:
        program.run(workload)
    resources = same_resources(workload, meridian.stacks(), peer.stacks())
    costs = {program.name: [] for program in programs}
    for _ in range(RUNS):
        for program in programs:
            costs[program.name].append(program.run(workload))
    memory = {program.name: program.memory(workload) for program in programs}
    return Comparison(workload, resources, costs, memory)


def same_resources(workload, ours, theirs):
    """Returns the number of resources. Stops the benchmark if the stacks differ."""
    if ours.keys() != theirs.keys():
        sys.exit(f"{workload.title}: other stacks: {sorted(ours)} and {sorted(theirs)}")
    resources = 0
    for name in ours:
        mine, other = stackfile.contents(ours[name]), stackfile.contents(theirs[name])
        if mine != other:
            sys.exit(f"{workload.title}: {name} has\n  {dict(mine - other)}\nand the peer\n  {dict(other - mine)}")
        resources += sum(n for what, n in mine.items() if what.startswith("resource ") and "." not in what)
    if not resources:
        sys.exit(f"{workload.title}: there are no resources")
    return resources
