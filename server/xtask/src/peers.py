"""Times pabutools on Pabulib files, one JSON line a file: seconds and winners by Equal Shares and Phragmen."""
import json
import sys
import time

from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares, sequential_phragmen

for path in sys.argv[1:]:
    start = time.perf_counter()
    instance, profile = parse_pabulib(path)
    line = {"file": path, "read": time.perf_counter() - start}
    rules = {
        "mes": lambda: method_of_equal_shares(instance, profile, sat_class=Cost_Sat),
        "phragmen": lambda: sequential_phragmen(instance, profile),
    }
    for name, rule in rules.items():
        start = time.perf_counter()
        won = rule()
        line[name + "_s"] = time.perf_counter() - start
        line[name] = sorted(str(project) for project in won)
    print(json.dumps(line), flush=True)
