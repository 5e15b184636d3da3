"""Top 20 partners of institutions, as one would compute them without Crosswalk: a SciPy sparse product, and python-igraph.

partners.py FILE INSTITUTIONS THINGS CAP RUNS: FILE holds pairs of little-endian int32, an institution and a thing (a group, a theme,
an event) that it takes part in. The weight of two institutions is the sum over the things d that both touch of 1/(d's degree - 1); what
touches more than CAP institutions says nothing specific and is left out. Prints one JSON object, times in seconds.
"""

import json
import sys
import time

import igraph
import numpy as np
import scipy
import scipy.sparse as sp

TOP = 20
CHUNK = 20_000  # rows of the product at a time: the whole would not fit memory


def load(file, institutions, things, cap):
    pairs = np.fromfile(file, dtype="<i4").reshape(-1, 2)
    a = sp.csr_matrix((np.ones(len(pairs), np.float32), (pairs[:, 0], pairs[:, 1])), shape=(institutions, things))
    a.data[:] = 1
    degree = np.asarray(a.sum(axis=0)).ravel()
    kept = (degree >= 2) & (degree <= cap)
    weight = np.where(kept, 1 / np.maximum(degree - 1, 1), 0).astype(np.float32)
    weighted = sp.csr_matrix(a @ sp.diags(weight))
    weighted.eliminate_zeros()
    return a, weighted, sp.csr_matrix(a.T), int((degree > cap).sum())


def top_rows(product, first):
    """The TOP heaviest columns of each row but its own, all rows at once."""
    rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
    other = product.indices != rows + first
    rows, columns, data = rows[other], product.indices[other], product.data[other]
    order = np.lexsort((columns, -data, rows))
    rows, columns, data = rows[order], columns[order], data[order]
    start = np.searchsorted(rows, np.arange(product.shape[0]))
    place = np.arange(len(rows)) - start[rows]
    return rows[place < TOP], columns[place < TOP], data[place < TOP]


def one(weighted, transposed, i):
    return top_rows(weighted[i] @ transposed, i)


def everyone(weighted, transposed):
    found = 0
    for first in range(0, weighted.shape[0], CHUNK):
        rows, _, _ = top_rows(weighted[first:first + CHUNK] @ transposed, first)
        found += len(rows)
    return found


def walk(graph, institutions, cap, i):
    """The same of one institution by igraph: two hops, things beyond the cap passed over."""
    score = {}
    for thing in graph.neighbors(i):
        touching = graph.neighbors(thing)
        if 2 <= len(touching) <= cap:
            for z in touching:
                if z != i:
                    score[z] = score.get(z, 0.0) + 1 / (len(touching) - 1)
    return sorted(score.items(), key=lambda x: (-x[1], x[0]))[:TOP]


def timed(runs, what):
    out = []
    for k in range(runs):
        began = time.perf_counter()
        what(k)
        out.append(time.perf_counter() - began)
    return out


def main():
    file, institutions, things, cap, runs = sys.argv[1], *map(int, sys.argv[2:6])
    began = time.perf_counter()
    a, weighted, transposed, skipped = load(file, institutions, things, cap)
    out = {"scipy": scipy.__version__, "igraph": igraph.__version__, "skipped": skipped, "read": time.perf_counter() - began}
    some = [int(i) for i in np.random.default_rng(1).integers(0, institutions, 200)]
    out["one"] = timed(len(some), lambda k: one(weighted, transposed, some[k]))
    out["all"] = timed(runs, lambda _: everyone(weighted, transposed))
    coo = a.tocoo()
    graph = igraph.Graph(n=institutions + things, edges=np.column_stack((coo.row, coo.col + institutions)))
    out["igraph_one"] = timed(len(some), lambda k: walk(graph, institutions, cap, some[k]))
    print(json.dumps(out))


main()
