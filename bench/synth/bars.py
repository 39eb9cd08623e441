"""The limits for Meridian's speed and memory."""

RECIPE_RATIO = 2.5
START_RATIO = 5
RECIPE_SECONDS = 1.5
RECORDS_RATIO = 2
HEAP_MEGABYTES = 256


def of(comparisons):
    """Pairs of (is met, text)."""
    verdicts = []
    for comparison in comparisons:
        if comparison.workload.key == "recipe":
            verdicts.append(ratio(comparison, RECIPE_RATIO))
            verdicts.append(seconds(comparison))
        if comparison.workload.key == "10000":
            verdicts.append(ratio(comparison, RECORDS_RATIO))
        if comparison.workload.key in ("recipe", "10000"):
            verdicts.append(heap(comparison))
    return verdicts


def ratio(comparison, bar):
    found = comparison.ratio()
    return found <= bar, f"{comparison.workload.title}: {found:.2f} times the peer's wall time, at most {bar}"


def seconds(comparison):
    found = comparison.median("meridian", "wall")
    return found < RECIPE_SECONDS, f"{comparison.workload.title}: {found:.2f} s, under {RECIPE_SECONDS} s"


def heap(comparison):
    """A run that needs more than the limit fails."""
    _, _, used, limit = comparison.memory["meridian"]
    text = f"{comparison.workload.title}: {used:.0f} MB of JVM heap used, with a limit of {limit} MB, at most"
    return max(used, limit) <= HEAP_MEGABYTES, f"{text} {HEAP_MEGABYTES}"
