"""What fails is told."""

is_told = "is told"
x = 1  # all but for one
