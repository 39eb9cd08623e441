#!/bin/sh
say "What fails is told" # is fine
told=is told
# everything but
# for one
