#!/usr/bin/env python3
"""Times PyTorch and initscope by turns on this machine and prints the ratios.

    compare-with-torch.py PATH-TO-BENCHMARK [--rows 4096] [--threads 2] [--pairs 21] [--json]

Each pair is one run of PyTorch and one of initscope, one right after the other, on memory both
have used before; the ratio is the median of the pairs' ratios, with their quartiles.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time

import torch

REST = 0.02  # seconds; PyTorch's threads spin for a while after their work


def cases(weight):
    """Each case's name, initscope's stage and PyTorch's call."""
    init = torch.nn.init
    bound = (6 / sum(weight.shape)) ** 0.5
    std = (2 / sum(weight.shape)) ** 0.5

    def statistics_after(fill, reach):
        def run():
            fill(weight)
            torch.histc(weight, 100, -reach, reach)
            torch.std_mean(weight)

        return run

    def measurement_after(fill, reach, distribution):
        """Also the quartiles and Kolmogorov and Smirnov's exact D, for which all is sorted."""
        count = weight.numel()
        below = torch.arange(count, dtype=torch.float64) / count

        def run():
            fill(weight)
            torch.histc(weight, 100, -reach, reach)
            torch.std_mean(weight)
            ordered = weight.flatten().sort().values
            ordered[[count // 4, count // 2, 3 * count // 4]].tolist()
            law = distribution(ordered.double())
            max((law - below).max().item(), (below + 1 / count - law).max().item())

        return run

    uniform = statistics_after(init.xavier_uniform_, bound)
    normal = statistics_after(init.xavier_normal_, 6 * std)
    all_uniform = measurement_after(
        init.xavier_uniform_, bound, lambda x: ((x / bound + 1) / 2).clamp(0, 1))
    all_normal = measurement_after(
        init.xavier_normal_, 6 * std, lambda x: torch.special.ndtr(x / std))
    return [
        ("xavier_uniform", "xavier_uniform", lambda: init.xavier_uniform_(weight)),
        ("xavier_normal", "xavier_normal", lambda: init.xavier_normal_(weight)),
        ("xavier_uniform, 100 bins, mean, std", "statistics", uniform),
        ("xavier_normal, 100 bins, mean, std", "normal-statistics", normal),
        ("xavier_uniform, the same with the tensor kept", "tensor-statistics", uniform),
        ("xavier_uniform, all that is measured, exact D", "measurement", all_uniform),
        ("xavier_normal, all that is measured, exact D", "normal-measurement", all_normal),
    ]


class Benchmark:
    """initscope's benchmark, asked for one run at a time."""

    def __init__(self, path):
        self.process = subprocess.Popen(
            [path, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def time(self, stage, weights, threads):
        print(stage, weights, threads, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit("the benchmark ended")
        return float(answer)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def time_torch(call):
    start = time.perf_counter_ns()
    call()
    return float(time.perf_counter_ns() - start)


def quartiles(values):
    return statistics.quantiles(values, n=4, method="inclusive")


def compare(benchmark, name, stage, call, weights, threads, pairs):
    call()
    benchmark.time(stage, weights, threads)
    ours, theirs = [], []
    for pair in range(pairs):
        # Who goes first changes, so that neither side always finds the other's caches.
        for side in (0, 1) if pair % 2 else (1, 0):
            time.sleep(REST)
            if side:
                theirs.append(time_torch(call) / weights)
            else:
                ours.append(benchmark.time(stage, weights, threads) / weights)
    low, median, high = quartiles([t / o for t, o in zip(theirs, ours)])
    return {
        "case": name, "weights": weights, "threads": threads,
        "torch": statistics.median(theirs), "initscope": statistics.median(ours),
        "ratio": median, "quartiles": [low, high],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("benchmark", help="the program: .build/release/Benchmark")
    parser.add_argument("--rows", type=int, nargs="+", default=[4096])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=21)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    benchmark = Benchmark(options.benchmark)
    results = []
    for rows in options.rows:
        weight = torch.empty(rows, rows)
        for name, stage, call in cases(weight):
            results.append(compare(
                benchmark, name, stage, call, weight.numel(), options.threads, options.pairs))
    benchmark.close()
    if options.json:
        print(json.dumps(results, indent=2))
        return
    print(f"PyTorch {torch.__version__}, {options.threads} threads, "
          f"medians of {options.pairs} pairs, ns a weight\n")
    print("| what | weights | PyTorch | initscope | ratio | quartiles |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for result in results:
        low, high = result["quartiles"]
        print(f"| {result['case']} | {result['weights']:,} | {result['torch']:.2f} "
              f"| {result['initscope']:.3f} | {result['ratio']:.1f}× | {low:.1f}–{high:.1f} |")


if __name__ == "__main__":
    main()
