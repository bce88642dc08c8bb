"""Cheapest sets of units that meet demands; `solver` is the one module that speaks to HiGHS."""
