"""What every test gets: property tests with fixed seeds in `make test`, long ones in `make test-all`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The machine may be busy with other tests, so how long an example takes says nothing about the program.
_UNTIMED = [HealthCheck.too_slow]
settings.register_profile(
    "fixed", derandomize=True, database=None, deadline=None, max_examples=50, suppress_health_check=_UNTIMED
)
settings.register_profile("long", database=None, deadline=None, max_examples=1000, suppress_health_check=_UNTIMED)
