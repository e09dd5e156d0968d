#!/usr/bin/env python3
"""Times a framework and initscope by turns on this machine and prints the ratios.

    compare.py PATH-TO-BENCHMARK [--framework torch] [--rows 4096] [--threads 2] [--pairs 21] [--json]

Each pair is one run of the framework and one of initscope, one right after the other, both bound to
as many processors as there are threads; the ratio is the median of the pairs' ratios, with their
quartiles. JAX's calls are compiled beforehand.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

REST = 0.02  # seconds; PyTorch's threads spin for a while after their work
KERAS = {
    "keras": "jax", "keras-torch": "torch", "keras-numpy": "numpy", "keras-tensorflow": "tensorflow",
}


def torch_cases(rows, threads):
    """PyTorch's calls fill a tensor that is there, as initscope's do."""
    import torch

    torch.set_num_threads(threads)
    weight = torch.empty(rows, rows)
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
        ("uniform", "torch-uniform", lambda: init.uniform_(weight, -0.05, 0.05)),
        ("normal", "torch-normal", lambda: init.normal_(weight, 0, 0.05)),
        ("truncated normal", "torch-truncated",
         lambda: init.trunc_normal_(weight, 0, 0.05, -0.1, 0.1)),
        ("xavier_uniform", "xavier_uniform", lambda: init.xavier_uniform_(weight)),
        ("xavier_normal", "xavier_normal", lambda: init.xavier_normal_(weight)),
        ("xavier_uniform, 100 bins, mean, std", "statistics", uniform),
        ("xavier_normal, 100 bins, mean, std", "normal-statistics", normal),
        ("xavier_uniform, the same with the tensor kept", "tensor-statistics", uniform),
        ("xavier_uniform, all that is measured, exact D", "measurement", all_uniform),
        ("xavier_normal, all that is measured, exact D", "normal-measurement", all_normal),
    ]


def flax_cases(rows, threads):
    """What flax's initializers call, compiled."""
    import jax

    key, shape, random = jax.random.key(42), (rows, rows), jax.random
    calls = {
        "uniform": lambda key: random.uniform(key, shape),
        "normal": lambda key: random.normal(key, shape),
        "truncated": lambda key: random.truncated_normal(key, -2, 2, shape),
    }

    def compiled(call):
        call = jax.jit(call)
        return lambda: call(key).block_until_ready()

    return [(f"jax.random, {name}", f"flax-{name}", compiled(calls[name])) for name in calls]


def keras_cases(framework):
    """Keras's initializers, called as its layers do."""

    def cases(rows, threads):
        os.environ["KERAS_BACKEND"] = backend = KERAS[framework]
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        import keras

        if backend == "torch":
            import torch

            torch.set_num_threads(threads)
        wait = {
            "jax": lambda weight: weight.block_until_ready(),
            "tensorflow": lambda weight: weight.numpy(),
        }.get(backend, lambda weight: None)
        calls = {
            "uniform": keras.initializers.RandomUniform(seed=42),
            "normal": keras.initializers.RandomNormal(seed=42),
            "truncated": keras.initializers.TruncatedNormal(seed=42),
        }

        def waited(call):
            return lambda: wait(call((rows, rows)))

        return [
            (type(calls[name]).__name__, f"{framework}-{name}", waited(calls[name]))
            for name in calls
        ]

    return cases


# Each framework's cases: a name, initscope's stage and the framework's call.
FRAMEWORKS = {
    "torch": torch_cases, "flax": flax_cases, **{name: keras_cases(name) for name in KERAS},
}


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


def time_call(call):
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
                theirs.append(time_call(call) / weights)
            else:
                ours.append(benchmark.time(stage, weights, threads) / weights)
    low, median, high = quartiles([t / o for t, o in zip(theirs, ours)])
    return {
        "case": name, "weights": weights, "threads": threads,
        "framework": statistics.median(theirs), "initscope": statistics.median(ours),
        "ratio": median, "quartiles": [low, high],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("benchmark", help="the program: .build/release/Benchmark")
    parser.add_argument("--framework", choices=FRAMEWORKS, default="torch")
    parser.add_argument("--rows", type=int, nargs="+", default=[4096])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=21)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    # The last ones: the system's own work is mostly on the first.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-options.threads:])
    benchmark = Benchmark(options.benchmark)
    results = []
    for rows in options.rows:
        for name, stage, call in FRAMEWORKS[options.framework](rows, options.threads):
            results.append(compare(
                benchmark, name, stage, call, rows * rows, options.threads, options.pairs))
    benchmark.close()
    if options.json:
        print(json.dumps(results, indent=2))
        return
    print(f"{options.framework}, threads: {options.threads}, medians of {options.pairs} pairs, "
          "ns a weight\n")
    print(f"| what | weights | {options.framework} | initscope | ratio | quartiles |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for result in results:
        low, high = result["quartiles"]
        print(f"| {result['case']} | {result['weights']:,} | {result['framework']:.2f} "
              f"| {result['initscope']:.3f} | {result['ratio']:.1f}× | {low:.1f}–{high:.1f} |")


if __name__ == "__main__":
    main()
