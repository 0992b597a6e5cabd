"""The oracle of the coverage test. `plan DEFINITIONS` or `judge DEFINITIONS OBSERVED`."""
import json
import sys

import catalogue
import judge
import plan


def main():
    entries = catalogue.load(sys.argv[2])
    if sys.argv[1] == "plan":
        json.dump(plan.all_of(entries), sys.stdout)
        return 0
    with open(sys.argv[3], encoding="utf-8") as file:
        return judge.report(entries, json.load(file))


sys.exit(main())
