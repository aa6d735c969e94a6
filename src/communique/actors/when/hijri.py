"""The calendars of Iran and of Islam, as texts give them beside the common one: "(9 Khordad 1401)".

Solar Hijri leap years come eight in 33 years, which is what the observed equinox gave from 1244 and gives to 1472 AP.
The lunar calendar goes by sighted moons: what can be counted is the tabular one, right to a day or two.
"""

from __future__ import annotations

from datetime import date, timedelta

_LEAP_REMAINDERS = (1, 5, 9, 13, 17, 22, 26, 30)
_SOLAR_YEARS = range(1244, 1473)
_NOWRUZ_1400 = date(2021, 3, 21)
_LUNAR_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1, civil reckoning, in the Gregorian calendar


def is_solar_leap(year: int) -> bool:
    """Whether Esfand has 30 days in a Solar Hijri year."""
    return year % 33 in _LEAP_REMAINDERS


def solar_day(year: int, month: int, day: int) -> date | None:
    """A Solar Hijri day in the Gregorian calendar; None where the year is out of 1244–1472 or has no such day."""
    if year not in _SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= _solar_length(year, month):
        return None
    return _nowruz(year) + timedelta(days=31 * (month - 1) - max(0, month - 7) + day - 1)


def _solar_length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or is_solar_leap(year) else 29


def _nowruz(year: int) -> date:
    """1 Farvardin of a year."""
    leaps = _leaps_before(year) - _leaps_before(1400)
    return _NOWRUZ_1400 + timedelta(days=365 * (year - 1400) + leaps)


def _leaps_before(year: int) -> int:
    cycles, rest = divmod(year, 33)
    return 8 * cycles + sum(remainder < rest for remainder in _LEAP_REMAINDERS)


def lunar_day(year: int, month: int, day: int) -> date | None:
    """A day of the tabular Islamic calendar in the Gregorian one, right to a day or two; None where there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 1600):
        return None
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_LUNAR_EPOCH + before + day - 1)
