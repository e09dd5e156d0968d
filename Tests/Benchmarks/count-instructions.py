#!/usr/bin/env python3
"""Counts the instructions of every stage, which no other load on the machine changes.

    count-instructions.py PATH-TO-BENCHMARK [--record]

Each stage is run under Valgrind's Callgrind, with AVX2 and one thread, twice as often once as the other
time; the difference is the stage alone. What is compared with `instructions.txt` is the ratio to the
stage that fills a tensor with xavier_uniform: a stage that takes more than a tenth more than is
written there fails the run. `--record` writes the ratios found, and fails too. Needs valgrind and
strip.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

WEIGHTS = 1 << 18
MOST = 1.1
BASE = "xavier_uniform"
RECORD = pathlib.Path(__file__).with_name("instructions.txt")


def instructions(binary, stage, repeats):
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", binary, "--stage", stage,
         "--weights", str(WEIGHTS), "--threads", "1", "--repeats", str(repeats)],
        capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def main():
    path, *options = sys.argv[1:]
    stages = subprocess.run([path, "--help"], capture_output=True, text=True, check=True).stdout
    stages = re.search(r"stages: (.*)", stages).group(1).split()
    with tempfile.NamedTemporaryFile() as stripped:
        # Valgrind does not read the debug information of Swift.
        subprocess.run(["strip", "-g", "-o", stripped.name, path], check=True)
        subprocess.run(["chmod", "+x", stripped.name], check=True)
        counts = {
            stage: (instructions(stripped.name, stage, 8) - instructions(stripped.name, stage, 4)) / 4
            for stage in stages}
    ratios = {stage: count / counts[BASE] for stage, count in counts.items()}
    known = dict(line.split() for line in RECORD.read_text().splitlines()) if RECORD.exists() else {}
    grown = []
    print(f"instructions for {WEIGHTS} weights, as a ratio to {BASE}: now, recorded")
    for stage, ratio in ratios.items():
        before = float(known.get(stage, "nan"))
        print(f"{stage:20s} {ratio:8.3f} {before:8.3f}")
        if not ratio <= before * MOST:
            grown.append(stage)
    if "--record" in options:
        RECORD.write_text("".join(f"{stage} {ratio:.3f}\n" for stage, ratio in ratios.items()))
        sys.exit("recorded; look at the changes, and run it again")
    if grown:
        sys.exit("grown by more than a tenth: " + ", ".join(grown))


main()
