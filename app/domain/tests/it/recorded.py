"""Records what pabutools 1.2.3 makes of random small elections, in exact fractions.

    pip install pabutools==1.2.3 && python recorded.py 1 40 recorded.json

Projects that cost nothing come first in no fixed order (pabutools walks through a set), so another seed may differ there.
"""

import json
import random
import sys

from pabutools.fractions import frac
from pabutools.election import *
from pabutools.election.satisfaction import AdditiveSatisfaction
from pabutools.rules import *

RANKS = [0]


class ScoreCost_Sat(AdditiveSatisfaction):
    def __init__(self, instance, profile, ballot):
        super().__init__(instance, profile, ballot, lambda i, p, b, pr, x: b.get(pr, 0) * pr.cost)


class PosScore_Sat(AdditiveSatisfaction):
    def __init__(self, instance, profile, ballot):
        super().__init__(
            instance, profile, ballot, lambda i, p, b, pr, x: (RANKS[0] - list(b).index(pr)) if pr in b else 0
        )


class PosScoreCost_Sat(AdditiveSatisfaction):
    def __init__(self, instance, profile, ballot):
        super().__init__(
            instance,
            profile,
            ballot,
            lambda i, p, b, pr, x: (RANKS[0] - list(b).index(pr)) * pr.cost if pr in b else 0,
        )


def draw(r, kind):
    m, n = r.randint(1, 7), r.randint(1, 10)
    style = r.randrange(3)
    costs = [10 if style == 0 else r.choice([5, 10, 20]) if style == 1 else r.randint(0, 30) for _ in range(m)]
    budget = r.randint(1, 60)
    loved = [p for p in range(m) if r.random() < 0.85]
    ballots = []
    for _ in range(n):
        length = r.randint(0, len(loved))
        choices = r.sample(loved, length)
        if kind != "ordinal":
            choices.sort()
        ballots.append([[p, r.randint(1, 10) if kind == "cumulative" else 1] for p in choices])
    return budget, costs, ballots


def answers(kind, budget, costs, ballots, step):
    projects = [Project(f"p{i}", c) for i, c in enumerate(costs)]
    inst = Instance(projects, budget_limit=budget)
    RANKS[0] = max(map(len, ballots))
    if kind == "approval":
        prof = ApprovalProfile([ApprovalBallot([projects[p] for p, _ in b]) for b in ballots])
        sats = {"cost": Cost_Sat, "cardinality": Cardinality_Sat}
    elif kind == "cumulative":
        prof = CumulativeProfile([CumulativeBallot({projects[p]: x for p, x in b}) for b in ballots])
        sats = {"score": Additive_Cardinal_Sat, "scorecost": ScoreCost_Sat}
    else:
        prof = OrdinalProfile([OrdinalBallot([projects[p] for p, _ in b]) for b in ballots])
        sats = {"borda": Additive_Borda_Sat, "posscore": PosScore_Sat, "posscorecost": PosScoreCost_Sat}
    n = prof.num_ballots()
    ids = lambda w: [int(p.name[1:]) for p in w]
    out = {}
    for name, sat in sats.items():
        kw = dict(sat_class=sat)
        mes = lambda **more: method_of_equal_shares(inst, prof, sat_class=sat, **more)
        out[f"mes {name}"] = ids(mes())
        out[f"add1 {name}"] = ids(mes(voter_budget_increment=step))
        inc = lambda b, stop: ids(
            exhaustion_by_budget_increase(
                inst, prof, method_of_equal_shares, dict(kw), exhaustive_stop=stop, budget_step=b
            )
        )
        out[f"increase {name}"] = inc(budget * frac(1, 10), True)
        out[f"add1-overspend {name}"] = inc(n * step, False)
        out[f"greedy-per-euro {name}"] = ids(greedy_utilitarian_welfare(inst, prof, sat_class=sat))
    cost_like = {"approval": "cost", "cumulative": "scorecost", "ordinal": "posscorecost"}[kind]
    plain = {"approval": "cost", "cumulative": "score", "ordinal": "posscore"}[kind]
    sat = sats[cost_like]
    out[f"greedy {plain}"] = ids(greedy_utilitarian_welfare(inst, prof, sat_class=sat))
    for name, sat in sats.items():
        w = method_of_equal_shares(inst, prof, sat_class=sat, voter_budget_increment=step)
        out[f"add1u {name}"] = ids(greedy_utilitarian_welfare(inst, prof, sat_class=sat, initial_budget_allocation=w))
    # per euro: pabutools' density of a utility without cost is that utility per euro; of one with cost the plain total
    for name in list(sats):
        if name in ("cost", "scorecost", "posscorecost"):
            out.pop(f"greedy-per-euro {name}")
    if kind == "approval":
        out["greedy-per-euro cost"] = out["greedy-per-euro cardinality"]
        out["phragmen"] = ids(sequential_phragmen(inst, prof))
    return out


def main():
    seed, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    r = random.Random(seed)
    cases = []
    for at in range(count):
        kind = ["approval", "approval", "cumulative", "ordinal"][at % 4]
        budget, costs, ballots = draw(r, kind)
        step = r.randint(1, 3)
        cases.append(
            dict(
                vote_type=kind,
                budget=budget,
                costs=costs,
                ballots=ballots,
                step=step,
                winners=answers(kind, budget, costs, ballots, step),
            )
        )
    with open(path, "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")


main()
