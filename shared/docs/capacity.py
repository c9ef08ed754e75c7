"""Prints the tables of capacity-and-cost.md: `python3 shared/docs/capacity.py`."""

EVALUATION_TIERS = [(100_000, 0.001), (400_000, 0.0008), (float("inf"), 0.0005)]  # a month, by account and Region
LAMBDA_GB_SECOND = 0.0000166667 * 0.8  # arm64
LAMBDA_REQUEST = 0.20 / 1_000_000
MEMORY_GB = 1.0
FIRST_SECONDS, OTHER_SECONDS = 5.0, 0.5  # of the burst's first rule (cold start, reading), and of each other (cached snapshot)
CALLS_A_BURST = 10  # the reader's bound; every rule adds one PutEvaluations
DAYS = 30


def evaluations_cost(count):
    cost = 0.0
    for size, price in EVALUATION_TIERS:
        tier = min(count, size)
        cost, count = cost + tier * price, count - tier
    return cost


def row(name, rules, times_a_day):
    evaluations = rules * times_a_day * DAYS
    seconds = times_a_day * DAYS * (FIRST_SECONDS + (rules - 1) * OTHER_SECONDS)
    config = evaluations_cost(evaluations)
    lambda_cost = seconds * MEMORY_GB * LAMBDA_GB_SECOND + evaluations * LAMBDA_REQUEST
    calls = times_a_day * (CALLS_A_BURST + rules)
    return (
        f"| {name} | {evaluations:,} | {seconds / 60:,.0f} | {calls:,} | {config:.2f} | {lambda_cost:.2f} "
        f"| {config + lambda_cost:.2f} |"
    )


print("| One account, one Region | Evaluations a month | Lambda minutes a month | API calls a day | Config | Lambda | Together |")
print("|---|---|---|---|---|---|---|")
for rules in (15, 60):
    for name, times in (("daily", 1), ("every six hours", 4), ("hourly", 24)):
        print(row(f"{rules} rules, {name}", rules, times))
print()
print("| Organization, 15 rules daily | Evaluations a day | Lambda hours a day | A month |")
print("|---|---|---|---|")
for accounts in (100, 1_000, 10_000):
    evaluations = 15 * accounts
    hours = accounts * (FIRST_SECONDS + 14 * OTHER_SECONDS) / 3600
    month = accounts * (evaluations_cost(15 * DAYS) + DAYS * (FIRST_SECONDS + 14 * OTHER_SECONDS) * LAMBDA_GB_SECOND)
    print(f"| {accounts:,} accounts | {evaluations:,} | {hours:,.1f} | {month:,.0f} |")
