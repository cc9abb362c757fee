"""Sites of one happening: which shut each other out, and which do not."""

from __future__ import annotations

import pytest

from discrepancy.match.places import sites_apart
from discrepancy.values.names import Place
from discrepancy.values.site import Site

ATTIC = Site(heads=frozenset({"attic"}), spots=frozenset({"room:attic"}))
KITCHEN = Site(heads=frozenset({"kitchen"}), spots=frozenset({"room:kitchen"}))
HOUSE = Site(heads=frozenset({"house"}), spots=frozenset({"building:house"}))
STREET = Site(heads=frozenset({"street"}), spots=frozenset({"open:street"}))
YARD = Site(heads=frozenset({"yard"}), spots=frozenset({"open:yard"}))
TOWN = Place("Kellan", "name:town:kln")
OTHER = Place("Orm", "name:town:arm")


@pytest.mark.parametrize(
    ("one", "two", "how"),
    [
        (ATTIC, KITCHEN, "spot"),
        (ATTIC, STREET, "spot"),
        (HOUSE, STREET, "spot"),
        (Site(floor=(0, 0)), Site(floor=(3, 3)), "floor"),
        (Site(sides=frozenset({("north", "bank")})), Site(sides=frozenset({("south", "bank")})), "side"),
        (Site(outside=frozenset({"fence"})), Site(heads=frozenset({"perimeter"})), "outside"),
        (Site(denied=frozenset({"square"})), Site(heads=frozenset({"square"})), "denied"),
        (Site(places=(TOWN,)), Site(places=(OTHER,)), "town"),
        (Site(away=(TOWN,)), Site(places=(TOWN,)), "distance"),
    ],
)
def test_sites_that_shut_each_other_out(one: Site, two: Site, how: str) -> None:
    """Rooms, floors, sides, towns, and what is said not to be."""
    assert sites_apart(one, two) == how
    assert sites_apart(two, one) == how


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (ATTIC, HOUSE),
        (HOUSE, YARD),
        (STREET, YARD),
        (Site(floor=(0, 0)), Site(floor=(0, 1))),
        (Site(sides=frozenset({("north", "bank")})), Site(sides=frozenset({("east", "bank")}))),
        (Site(sides=frozenset({("left", "lane")})), Site(sides=frozenset({("right", "wing")}))),
        (Site(places=(TOWN,)), Site(places=(Place("Orm", "name:river:arm"),))),
    ],
)
def test_sites_that_can_both_be_true(one: Site, two: Site) -> None:
    """A part and its whole, neighbours, and names that say nothing of one another."""
    assert sites_apart(one, two) == ""
    assert sites_apart(two, one) == ""
