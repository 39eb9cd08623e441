"""The contents of a cdk.tf, independent of its format."""
import re
from collections import Counter

BLOCK = re.compile(r'^(resource|data) "([\w-]+)"')
ARGUMENT = re.compile(r'^\s*"?([\w-]+)"?\s*=')
OTHER_BLOCK = re.compile(r"(terraform|provider|output)\b.*\{$")
HEREDOC = re.compile(r"<<-?(\w+)$")


def contents(text):
    """Counts each `resource "type"` and `data "type"`, and each argument in them."""
    found = Counter()
    block = None
    lines = iter(text.splitlines())
    for line in lines:
        top = BLOCK.match(line)
        if top:
            block = f"{top.group(1)} {top.group(2)}"
            found[block] += 1
        elif OTHER_BLOCK.match(line):
            block = None
        elif block and ARGUMENT.match(line):
            found[f"{block}.{ARGUMENT.match(line).group(1)}"] += 1
        heredoc = HEREDOC.search(line)
        if heredoc:
            skip(lines, heredoc.group(1))
    return found


def skip(lines, end):
    for line in lines:
        if line.strip() == end:
            return
